"""Turkish."""

from .records import DateWords, DetectionWords, HeadingWords, Profile, RoleWords

PROFILE = Profile(
    name="turkish",
    headings=HeadingWords(
        ordinal_words=("birinci", "ikinci", "üçüncü", "dördüncü", "beşinci"),
        phase_words="aşama, faz, hafta, kilometre taşı, adım",
        task_words="görev, adım",
        step_words="adım",
    ),
    roles=RoleWords(
        criteria="kriterler*, tamamlanma tanımı",
        checks="doğrulama",
        checklists="kontrol listesi",
        deliverables="çıktılar, teslimatlar",
        aside="onay, içindekiler, sorular, riskler",
        task_lists="görevler",
    ),
    detection=DetectionWords(
        plan_titles="yol haritası, planı",
        plan_words="plan, planı, yol haritası, görevler",
        plan_places="plan, yol haritası, görevler",
        other_titles="kılavuz*, rehber*, rapor*, özet*, tutanak*, kontrol listesi, inceleme*, yönerge*, talimat*",
        plan_sections="görevler, riskler, aşamalar",
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
