"""Turkish."""

from .records import DateWords, HeadingWords, Profile, RoleWords

PROFILE = Profile(
    name="turkish",
    headings=HeadingWords(phase_words="aşama", task_words="görev, adım", step_words="adım"),
    roles=RoleWords(
        criteria="kriterler*, tamamlanma tanımı",
        checks="doğrulama",
        checklists="kontrol listesi",
        deliverables="çıktılar, teslimatlar",
        aside="onay, içindekiler, sorular, riskler",
        task_lists="görevler",
    ),
    dates=DateWords(
        months=(
            "ocak",
            "şubat",
            "mart",
            "nisan",
            "mayıs",
            "haziran",
            "temmuz",
            "ağustos",
            "eylül",
            "ekim",
            "kasım",
            "aralık",
        ),
    ),
)
