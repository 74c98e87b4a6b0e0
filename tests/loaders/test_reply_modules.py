"""How the readers of replies rest on each other."""

from itertools import combinations

import grimp


def test_no_two_modules_of_the_replies_need_each_other() -> None:
    graph = grimp.build_graph("loaders", cache_dir=None)
    modules = sorted(name for name in graph.modules if name.startswith("loaders.repl"))
    assert "loaders.replies.answer" in modules
    round_about = [
        pair
        for pair in combinations(modules, 2)
        if graph.chain_exists(pair[0], pair[1]) and graph.chain_exists(pair[1], pair[0])
    ]
    assert round_about == []
