"""What people call the state that terms of reference are in."""

from __future__ import annotations

from graphmodel.kinds import DocumentStatus

STATUS = {
    "agreed": DocumentStatus.AGREED, "approved": DocumentStatus.AGREED, "adopted": DocumentStatus.AGREED,
    "draft": DocumentStatus.DRAFT, "in draft": DocumentStatus.DRAFT, "in development": DocumentStatus.IN_DEVELOPMENT,
}  # fmt: skip
