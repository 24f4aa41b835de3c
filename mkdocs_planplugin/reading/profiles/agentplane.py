"""Task files of agentplane: a README in a folder of its own, known by its front matter."""

from .records import DetectionWords, Profile

PROFILE = Profile(
    name="agentplane",
    detection=DetectionWords(form_labels="plan approval, doc version, doc updated at, doc updated by"),
)
