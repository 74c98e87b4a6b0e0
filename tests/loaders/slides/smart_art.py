"""A SmartArt diagram on a slide, as PowerPoint writes one; the library that draws the other slides makes none."""

from lxml import etree
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from tests.loaders.slides.drawing import Deck

_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FRAME = f"""
<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="{_A}" xmlns:r="{_R}">
  <p:nvGraphicFramePr><p:cNvPr id="77" name="Diagram"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>
  <p:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></p:xfrm>
  <a:graphic><a:graphicData uri="{_DGM}"><dgm:relIds xmlns:dgm="{_DGM}" r:dm="{{dm}}" r:lo="{{lo}}"/></a:graphicData>
  </a:graphic>
</p:graphicFrame>"""


def draw_smart_art(deck: Deck, texts: dict[str, str], parents: dict[str, str], layout: str) -> None:
    """Put a diagram on the slide: its texts by their ids, the parent of each but the first, and its layout."""
    points = '<dgm:pt modelId="top" type="doc"/>' + "".join(
        f'<dgm:pt modelId="{id_}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for id_, text in texts.items()
    )
    ties = "".join(
        f'<dgm:cxn modelId="c{id_}" srcId="{parents.get(id_, "top")}" destId="{id_}" srcOrd="0" destOrd="0"/>'
        for id_ in texts
    )
    model = (
        f'<dgm:dataModel xmlns:dgm="{_DGM}" xmlns:a="{_A}"><dgm:ptLst>{points}</dgm:ptLst>'
        f"<dgm:cxnLst>{ties}</dgm:cxnLst></dgm:dataModel>"
    )
    layout_part = (
        f'<dgm:layoutDef xmlns:dgm="{_DGM}" uniqueId="urn:microsoft.com/office/officeart/2005/8/layout/{layout}"/>'
    )
    frame = _FRAME.format(dm=_related(deck, "data", model), lo=_related(deck, "layout", layout_part))
    deck.slide.shapes._spTree.append(etree.fromstring(frame))


def _related(deck: Deck, name: str, content: str) -> str:
    part = deck.slide.part
    kind = f"application/vnd.openxmlformats-officedocument.drawingml.diagram{name.title()}+xml"
    made = Part(PackURI(f"/ppt/diagrams/{name}1.xml"), kind, part.package, content.encode())
    relation: str = part.relate_to(made, f"{_R}/diagram{name.title()}")
    return relation
