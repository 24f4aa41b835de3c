"""Japanese."""

from mkdocs_planplugin.model import Level, RiskState

from .records import (
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

PROFILE = Profile(
    name="japanese",
    headings=HeadingWords(
        phase_words="フェーズ, ステップ, マイルストーン, スプリント",
        counters="フェーズ, 段階, 週, 期, スプリント, 週目",
        glued_words="フェーズ, ステップ, タスク",
        step_words="ステップ",
        task_words="タスク",
        risk_words="リスク",
        sections={
            "phases": "フェーズ, 実装計画, タスク一覧",
            "risks": "リスク",
            "definition_of_done": "成功基準, 完了条件, 完了基準",
        },
        risk_lists="(*1) リスク",
        risk_sections="(*3) リスク (...), *のリスク",
        answers="*対策*",
        stage_words="マイルストーン, スプリント",
    ),
    labels=LabelWords(
        task={
            "files": "ファイル, 対象ファイル, 変更ファイル",
            "dependencies": "依存, 依存関係, 依存タスク, 前提, 前提条件, 前提タスク, 先行タスク",
            "risk": "リスク, リスクレベル",
            "estimate": "所要時間, 見積, 見積もり, 見積り, 工数, 想定工数, 見積工数, 期間",
            "validation": "検証, 検証方法",
            "owner": "担当, 担当者, 責任者",
            "status": "状態, ステータス",
            "start": "開始日, 開始",
            "due": "期限, 期日, 締切",
            "progress": "進捗, 進捗率",
            "end": "終了日, 完了日, 完了予定",
        },
        phase={
            "dependencies": "依存, 依存関係, 前提条件",
            "estimate": "所要時間, 見積, 見積もり, 見積り, 工数, 想定工数, 期間",
            "status": "状態, ステータス",
        },
        task_table={"title": "タスク, 作業, タスク名", "name": "説明, 内容"},
        header={
            "start": "開始日, 開始",
            "dependencies": "依存関係, 前提条件",
            "created": "作成日",
            "last_updated": "更新日, 最終更新",
            "status": "状態, ステータス",
            "owner": "担当, 担当者, オーナー, 責任者",
            "author": "作成者, 著者",
            "due": "期限, 期日",
        },
        risk={
            "status": "状態, ステータス, 状況",
            "owner": "担当, 担当者",
            "title": "リスク",
            "probability": "確率, 発生確率",
            "impact": "影響, 影響度",
            "severity": "重要度",
            "mitigation": "対策, 軽減策, 対応策, 対応, 緩和策",
            "contingency": "代替案",
        },
        totals="合計*",
    ),
    roles=RoleWords(
        criteria="""
            *受け入れ基準*, *受け入基準*, *受入れ基準*, *受入基準*,
            *受け入れ条件*, *受け入条件*, *受入れ条件*, *受入条件*, *完了条件*,
            *完了基準*, *成功基準*, *成功指標*, *判定基準*, *完了の定義*, *合格基準*,
            *品質基準*, *テスト項目*, *確認項目*, *検証項目*
        """,
        checks="*検証*, *確認*, *コードレビュー*",
        checklists="*チェックリスト*",
        deliverables="*成果物*, *納品物*",
        scopes="範囲, 内容, スコープ, 対象",
        aside="""
            *承認*, *凡例*, *目次*, *質問*, *未解決*, *リスク*,
            *変更しないファイル*, *差分ファイル*, *波及候補*, *前提条件*
        """,
        work_names="*実装*, *作業*, *タスク*, *移行*",
        final_names="*最終*, *リリース*, *品質*, *テスト*, *コードレビュー*",
        task_lists="タスク, 作業",
        milestones="マイルストーン",
        work="""
            実装順序, 実施順序,
            タスク, 作業, 手順, 作業内容, 作業項目, タスク一覧, 実施内容, 実装内容, 主な作業, 主要タスク, やること,
            対応内容, 次のステップ
        """,
        beside="""
            *決定*, *目標*, *目的*, *背景*, *説明*, *期間*, *体制*, *リソース*, *依存*, *備考*, *予算*, *コスト*,
            *効果*, *課題*, *範囲*, *指標*, *担当*, *理由*, *メリット*, *前提*, *主な機能*, *主要機能*,
            *技術スタック*, *技術構成*, *使用技術*, *要件*, *原則*, *制約*, *構成*, *注意*, *既知*
        """,
        files="*ファイル",
        horizons="優先度高, 優先度中, 優先度低, 短期, 中期, 長期",
        work_patterns="""
            実装ステップ, 実装手順, 開発手順, 実装タスク, 開発タスク, *残作業*, *残タスク*, *今後*, *次に*,
            *これからやること*, *追加予定*, *順序, ロードマップ, 開発ロードマップ, 次のアクション, ネクストアクション
        """,
        goals="目標, 目的, ゴール",
    ),
    detection=DetectionWords(
        list_titles="*ロードマップ*, *タスク一覧*",
        plan_titles="*計画*, *ロードマップ*, *タスク*, *スケジュール*, *工程表*",
        neutral_titles="概要, はじめに",
        plan_words="""
            *計画*, *ロードマップ*, *タスク*, *工程*, *予定*, *やること*, *スケジュール*, *次のステップ*, *移行*
        """,
        plan_places="*計画*, *ロードマップ*, *タスク*, *スケジュール*, *工程*",
        other_titles="""
            *ガイド*, *報告*, *議事録*, *手順書*, *チェックリスト*, *時のチェック*, *マニュアル*, *チュートリアル*,
            *手引*, *レビュー*, *まとめ*, *レポート*, *プロンプト*, *規約*, *振り返り*, *入門*, *リリースノート*,
            *変更履歴*, *会議*, *ミーティング*, *障害*
        """,
        work_titles="*移行*, *切り替え*, *実施*",
        template_places="*テンプレート*",
        plan_sections="フェーズ, スケジュール, リスク, タスク, 工程, マイルストーン, タスク一覧, 実装計画",
        work_sections="タスク, タスク一覧, 未着手, 進行中, 完了",
        repeated_use="*毎回*",
        work_columns="*タスク*, *フェーズ*, *作業*, *ステップ*, *工程*, *マイルストーン*, *週*, *時期*, *月*, *内容*",
        state_columns="""
            ステータス, 状態, 担当, 担当者, 工数, 期間, 期限, 進捗, 完了日, 開始, 終了, 開始日, 終了日, 日付, 日程,
            予定
        """,
        report_sections="""
            *変更ファイル*, *作成ファイル*, *作成したファイル*, *テスト結果*, *実施内容*, *達成内容*
        """,
        other_sections="""
            設定, 例, パラメータ, よくある質問, 背景, 目次, はじめに, 参加者, 議題, 決定事項
        """,
        readme_sections="インストール, 使い方",
    ),
    states=StateWords(
        words={
            "intended": "計画中, 設計中, 下書き, 承認済み, 予定",
            "not_begun": "未着手, 未開始, 未対応",
            "open": "未完成",
            "begun": "進行中, 作業中, 対応中, 開発中, 着手",
            "stuck": "ブロック, ブロック中",
            "put_off": "保留, 中断, 延期, 一時停止",
            "finished": "完了, 実装完了, 完了済み, 済",
            "given_up": "中止, 不要, キャンセル, 取り消し",
        },
        risks={
            RiskState.OPEN: "オープン, 未対応, 監視中",
            RiskState.MITIGATED: "軽減済み, 対応済み",
            RiskState.ACCEPTED: "受容",
            RiskState.CLOSED: "クローズ, 解決済み",
            RiskState.OCCURRED: "発生済み",
        },
        levels={
            Level.LOW: "低, 低い, 小, 極低, 低リスク",
            Level.MEDIUM: "中, 中程度, 中リスク",
            Level.HIGH: "高, 高い, 大, 高リスク",
            Level.CRITICAL: "極高, 非常に高い, 重大, 致命的",
        },
    ),
    lengths=LengthWords(
        units={
            "minute": "分, 分間",
            "hour": "時間, 人時",
            "day": "日, 日間, 人日, 営業日",
            "week": "週間, 週",
            "month": "ヶ月, か月, カ月, ヵ月",
        },
        between="から",
        up_to="最大",
        about="約",
        about_behind="程度, くらい, ぐらい, ほど, 以内, 前後",
        estimate_labels="所要時間, 見積, 見積もり, 見積り, 工数, 期間",
        time_labels="時間",
    ),
    references=ReferenceWords(
        all_before="上記すべて, 以前のすべて, すべての前タスク",
        words={"task": "タスク", "phase": "フェーズ", "and": "と"},
        nothing="なし, 無し, ない",
    ),
    people=PeopleWords(nobody="全員, なし, 未割り当て, 未割当, 未定, 不明"),
    placeholders=PlaceholderWords(unknown="未定, 要確認", legends="凡例"),
)
