"""Turkish."""

from mkdocs_planplugin.model import Level, RiskState

from .phrases import with_capitals
from .records import (
    DateWords,
    DetectionWords,
    HeadingWords,
    LabelWords,
    LengthWords,
    PeopleWords,
    PlaceholderWords,
    Profile,
    ReferenceWords,
    RoleWords,
    StateWords,
)

_WORDS = Profile(
    name="turkish",
    headings=HeadingWords(
        ordinal_words=("birinci", "ikinci", "üçüncü", "dördüncü", "beşinci"),
        phase_words="aşama, faz, hafta, ay, gün, kilometre taşı, adım",
        task_words="görev, adım",
        part_words="öncelik",
        step_words="adım",
        zero="sıfır",
        number_words=("bir", "iki", "üç", "dört", "beş"),
        joining_words="ve",
        sections={"phases": "aşamalar, fazlar, görevler"},
        risk_lists="(*1) riskler",
        risk_sections="(*3) riskler (...), risk analizi, risk yönetimi",
        answers="*azaltma*, *önlem*",
        stage_words="kilometre taşı",
    ),
    labels=LabelWords(
        task={
            "files": "dosya, dosyalar",
            "dependencies": """
                bağımlılık, bağımlılıklar, bağlı olduğu, ön koşul, ön koşullar, önkoşul, önkoşullar, gereksinimler,
                gerektirir, öncül, öncüller, bekliyor
            """,
            "risk": "risk seviyesi, risk düzeyi",
            "estimate": "tahmin, tahmini süre, süre, efor, tahmini efor, iş yükü",
            "validation": "doğrulama",
            "owner": "sorumlu, sorumlular, atanan, sahibi",
            "status": "durum",
            "start": "başlangıç, başlangıç tarihi",
            "due": "son tarih, teslim tarihi, bitiş tarihi",
            "end": "bitiş",
            "progress": "ilerleme",
            "remaining": "kalan, kalan süre",
        },
        task_table={"title": "görev, görevler, iş, faaliyet", "name": "açıklama, ad, isim"},
        phase={
            "dependencies": "bağımlılık, bağımlılıklar, ön koşullar, önkoşullar",
            "estimate": "tahmin, tahmini süre, süre, efor, tahmini efor, iş yükü",
            "status": "durum",
        },
        header={
            "start": "başlangıç, başlangıç tarihi",
            "created": "tarih, oluşturma tarihi, oluşturulma",
            "last_updated": "güncelleme, son güncelleme, güncellendi",
            "status": "durum",
            "due": "son tarih, teslim tarihi, bitiş tarihi",
            "owner": "sorumlu, sahibi, proje yöneticisi",
            "author": "yazar, hazırlayan",
            "dependencies": "bağımlılıklar, ön koşullar",
        },
        risk={
            "status": "durum",
            "owner": "sorumlu, sahibi",
            "probability": "olasılık",
            "impact": "etki, etkisi",
            "severity": "şiddet, önem",
            "mitigation": "önlem, önlemler, azaltma, azaltma planı, azaltma stratejisi, çözüm",
            "contingency": "acil durum planı, b planı, yedek plan",
        },
        totals="toplam...",
    ),
    roles=RoleWords(
        repeated="günlük|haftalık|aylık kontrol listesi, her gün|sabah|akşam|hafta|ay",
        criteria="kriter*, tamamlanma tanımı|ölçütleri, bitti tanımı, başarı metrikleri|göstergeleri|ölçütleri",
        checks="doğrulama",
        checklists="kontrol listesi",
        deliverables="çıktılar, teslimatlar",
        scopes="kapsam, içerik",
        aside="onay, içindekiler, sorular, riskler",
        task_lists="görevler, adımlar",
        milestones="kilometre taşı, kilometre taşları",
        work="""
            uygulama sırası, görevler, adımlar, yapılacaklar, işler, faaliyetler, aksiyonlar, uygulama, sonraki adımlar
        """,
        beside="""
            amaç, hedef, hedefler, bağlam, süre, ekip, kaynaklar, bağımlılıklar, not, notlar, bütçe, maliyet,
            faydalar, sorun, kapsam, metrikler, sorumlu, temel özellikler, özellikler, teknolojiler, gereksinimler,
            ilkeler, kısıtlar, mimari
        """,
        work_names="uygulama, görevler",
        work_patterns="""
            (sonraki|ilk|gelecek) adımlar (...), (*) adımları|görevleri, yol haritası (...), (*) sırası,
            kalan işler, planlanan (*) özellikler|işler
        """,
        horizons="""
            kısa|orta|uzun vade (...), kısa|orta|uzun vadeli (...), yüksek|orta|düşük öncelik (...), şimdi, sonra,
            daha sonra
        """,
        goals="hedef, hedefler",
    ),
    states=StateWords(
        words={
            "intended": "taslak, planlandı, planlanıyor, planlanan, önerildi, onaylandı",
            "not_begun": "başlanmadı, başlamadı, yapılacak, beklemede",
            "begun": "devam ediyor, devam eden, sürüyor, başladı, yapılıyor, aktif",
            "stuck": "engellendi, bloke",
            "put_off": "ertelendi, askıda, durduruldu",
            "finished": "tamamlandı, bitti, yapıldı, tamam",
            "given_up": "iptal, iptal edildi, vazgeçildi, reddedildi",
        },
        not_yet="henüz, değil, olacak, önce, sonra",
        almost="neredeyse, kısmen, yarı",
        risks={
            RiskState.OPEN: "açık",
            RiskState.MITIGATED: "azaltıldı",
            RiskState.ACCEPTED: "kabul edildi",
            RiskState.CLOSED: "kapalı, kapatıldı, çözüldü",
            RiskState.OCCURRED: "gerçekleşti",
        },
        levels={
            Level.LOW: "düşük, çok düşük",
            Level.MEDIUM: "orta",
            Level.HIGH: "yüksek",
            Level.CRITICAL: "kritik, çok yüksek",
        },
    ),
    lengths=LengthWords(
        units={
            "minute": "dakika, dk",
            "hour": "saat, adam saat",
            "day": "gün, iş günü, adam gün",
            "week": "hafta",
            "month": "ay",
        },
        numbers={
            0.5: "yarım",
            1.0: "bir",
            2.0: "iki",
            3.0: "üç",
            4.0: "dört",
            5.0: "beş",
            6.0: "altı",
            7.0: "yedi",
            8.0: "sekiz",
            9.0: "dokuz",
        },
        plus="ve",
        up_to="en fazla",
        about="yaklaşık, en az",
        estimate_labels="tahmin, tahmini süre, süre, efor, tahmini efor",
        measures="puan, satır, dosya, görev, adım, kişi",
    ),
    references=ReferenceWords(
        words={
            "task": "görev, görevler",
            "phase": "aşama, aşamalar, faz",
            "elsewhere": "önce, paralel",
            "not": "değil",
            "and": "ve, veya",
            "filler": "tüm",
        },
        nothing="yok, bağımlılık yok",
        said_of_tasks="tamamlandı, bitti",
        list_words="ve",
    ),
    people=PeopleWords(between="ve, ile", nobody="herkes, hiç kimse, atanmadı, atanmamış, bilinmiyor"),
    placeholders=PlaceholderWords(unknown="belirlenecek", legends="lejant, düzeyler, değerler"),
    detection=DetectionWords(
        plan_titles="yol haritası, planı, takvimi, zaman çizelgesi",
        neutral_titles="genel bakış, giriş",
        plan_words="plan, planı, yol haritası, görevler, zaman çizelgesi, sonraki adımlar, takvimi",
        plan_places="plan, yol haritası, görevler, takvim",
        other_titles="kılavuz*, rehber*, rapor*, özet*, tutanak*, kontrol listesi, inceleme*, yönerge*, talimat*",
        plan_sections="görevler, riskler, aşamalar",
        work_columns="görev, görevler, aşama, hafta, ay, adım, faaliyet",
        state_columns="durum, sorumlu, başlangıç, bitiş, tarih, süre, kim",
        other_sections="""
            yapılandırma, örnek, örnekler, parametreler, gereksinimler, sorun giderme, kaynaklar, giriş, içindekiler,
            katılımcılar, sonuç
        """,
        readme_sections="kurulum, kullanım, lisans",
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
        weekdays="pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar",
        positions={"day": "gün", "week": "hafta", "month": "ay"},
    ),
)
PROFILE = with_capitals(_WORDS)
