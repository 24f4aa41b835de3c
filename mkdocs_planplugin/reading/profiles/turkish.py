"""Turkish."""

from .records import Headings, Profile, Roles

PROFILE = Profile(
    name="turkish",
    headings=Headings(phase_words="aşama", task_words="görev, adım"),
    roles=Roles(
        criteria="kriterler*, tamamlanma tanımı",
        checks="doğrulama",
        checklists="kontrol listesi",
        deliverables="çıktılar, teslimatlar",
        aside="onay, içindekiler, sorular, riskler",
        task_lists="görevler",
    ),
)
