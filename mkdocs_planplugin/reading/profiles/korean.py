"""Korean."""

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
    name="korean",
    headings=HeadingWords(
        phase_words="단계, 페이즈, 마일스톤, 스프린트",
        counters="단계, 주차, 차 스프린트",
        glued_words="단계, 페이즈, 작업",
        task_words="작업",
        risk_words="위험, 리스크",
        sections={
            "phases": "단계, 구현 단계, 작업 목록",
            "risks": "위험, 리스크",
            "definition_of_done": "완료 기준, 성공 기준, 성공 메트릭",
        },
        joining_words="및, 과, 와",
        risk_lists="(*1) 위험|리스크",
        risk_sections="(*3) 위험|리스크 (...), 현재 위험|리스크",
        answers="*완화*, *대응*",
        stage_words="마일스톤, 스프린트",
    ),
    labels=LabelWords(
        task={
            "files": "파일, 관련 파일, 대상 파일",
            "dependencies": "의존성, 의존, 의존 관계, 선행 작업, 선행 조건",
            "risk": "위험도, 위험 수준",
            "estimate": "예상, 예상 소요, 예상 시간, 예상 소요 시간, 예상 기간, 소요 시간, 기간, 공수, 예상 공수",
            "validation": "검증, 검증 방법",
            "owner": "담당자, 담당, 책임자",
            "status": "상태",
            "start": "시작일, 시작",
            "due": "마감일, 기한",
            "progress": "진행률",
            "end": "종료일, 완료일",
        },
        phase={
            "dependencies": "의존성, 의존 관계, 선행 조건",
            "estimate": "예상 시간, 예상 소요 시간, 예상 기간, 소요 시간, 기간, 공수",
            "status": "상태",
        },
        task_table={"title": "작업, 작업명, 태스크, 할 일", "name": "설명, 내용"},
        header={
            "start": "시작일, 시작",
            "dependencies": "의존성, 선행 조건",
            "created": "작성일, 날짜",
            "last_updated": "최종 수정일",
            "status": "상태",
            "owner": "담당자, 책임자",
            "author": "작성자",
            "due": "마감일",
        },
        risk={
            "status": "상태",
            "owner": "담당자",
            "title": "위험, 위험 요소, 리스크",
            "probability": "가능성, 확률, 발생 가능성",
            "impact": "영향, 영향도",
            "severity": "심각도",
            "mitigation": "완화, 완화 전략, 완화 방안, 대응, 대응 방안, 대응 전략",
            "contingency": "비상 계획",
        },
    ),
    roles=RoleWords(
        criteria="""
            *완료 기준*, *완료기준*, *인수 기준*, *인수기준*, *인수 조건*, *성공 기준*,
            *성공기준*, *수용 기준*, *수용기준*, *종료 기준*, *종료기준*, *종료 조건*,
            *검증 기준*, *검증기준*, *품질 기준*, *품질기준*, *핵심 기준*,
            *핵심기준*, *성공 지표*, *성공지표*, *성공 메트릭*, *성공메트릭*, *완료 조건*, *완료조건*,
            *재확인*, *수락 기준*, *수락기준*, *완료 정의*, *완료정의*,
            *판정*
        """,
        checks="*검증*, *확인*, *점검*, *코드 리뷰*, *코드리뷰*",
        checklists="*체크 리스트*, *체크리스트*, *점검표*",
        deliverables="*산출물*, *결과물*",
        scopes="범위, 내용",
        aside="""
            *승인*, *범례*, *목차*, *질문*, *리스크*, *위험*, *사전
            조건*, *사전조건*
        """,
        work_names="*구현*, *작업*, *실행*",
        final_names="*최종*, *배포*, *품질*, *테스트*, *검증*",
        task_lists="작업",
        milestones="마일스톤",
        work="""
            구현 순서, 작업, 과제, 단계, 작업 내용, 작업 목록, 주요 작업, 세부 작업, 할 일, 구현 내용, 실행 항목,
            다음 단계
        """,
        beside="""
            *결정*, *목표*, *목적*, *배경*, *설명*, *기간*, *팀*, *자원*, *의존*, *비고*, *예산*, *비용*, *효과*,
            *문제*, *범위*, *지표*, *담당*, *이유*, *주요 기능*, *핵심 기능*, *기술 스택*, *기술 구현*, *요구사항*,
            *원칙*, *제약*, *구조*, *주의*, *패키지*, *질문*
        """,
        files="*파일",
        work_patterns="""
            구현 단계, 개발 단계, 진행 단계, 구현 계획, (*2) 순서, 남은 작업, 남은 일,
            다음 작업, 향후 작업, 향후 계획, 추후 계획, 로드맵, 개발 로드맵, 할일
        """,
        goals="목표",
    ),
    detection=DetectionWords(
        list_titles="*로드맵*",
        plan_titles="*계획*, *로드맵*, *작업 목록*, *일정표*, *개발 일정*",
        neutral_titles="개요, 소개",
        plan_words="""
            *계획*, *로드맵*, *작업 목록*, *작업목록*, *태스크*, *할 일*, *백로그*, *마일스톤*, *일정*, *다음 단계*
        """,
        plan_places="*계획*, *로드맵*, *일정*, *할 일*, *작업 목록*, *마일스톤*",
        other_titles="""
            *가이드*, *보고서*, *회의록*, *체크리스트*, *체크 리스트*, *매뉴얼*, *튜토리얼*, *안내*, *회고*, *리뷰*,
            *프롬프트*, *정책*, *감사*, *요약*, *점검표*, *절차*, *변경 이력*, *회의*
        """,
        template_places="*템플릿*",
        plan_sections="단계, 일정, 위험, 리스크, 마일스톤, 작업, 작업 목록",
        work_sections="할 일, 진행 중, 완료, 작업 목록",
        repeated_use="*매번*",
        work_columns="*작업*, *단계*, *기능*, *항목*, *마일스톤*, *주차*, *기간*, *월*, *내용*",
        state_columns="기간, 상태, 담당, 담당자, 기한, 진행률, 예상 시간, 시작, 종료, 시작일, 종료일, 날짜, 일정",
        report_sections="""
            *변경 파일*, *변경된 파일*, *생성된 파일*, *테스트 결과*, *작업 내용*, *구현 결과*
        """,
        other_sections="설정, 예시, 매개변수, 자주 묻는 질문, 배경, 목차, 소개, 참석자, 안건",
        readme_sections="설치, 사용법",
    ),
    states=StateWords(
        words={
            "intended": "초안, 계획, 계획됨, 계획 중, 예정, 승인됨",
            "not_begun": "시작 전, 대기, 대기 중",
            "open": "미완료",
            "begun": "진행 중, 작업 중",
            "stuck": "차단됨, 막힘",
            "put_off": "보류, 중단, 연기",
            "finished": "완료, 완료됨",
            "given_up": "취소, 취소됨",
        },
        not_yet="안, 아직, 아직 안",
        almost="거의, 부분, 일부",
        risks={
            RiskState.OPEN: "열림, 모니터링 중",
            RiskState.MITIGATED: "완화됨",
            RiskState.ACCEPTED: "수용",
            RiskState.CLOSED: "종료, 해결",
            RiskState.OCCURRED: "발생",
        },
        levels={
            Level.LOW: "낮음, 매우 낮음, 낮은, 하, 저",
            Level.MEDIUM: "중간, 보통, 중",
            Level.HIGH: "높음, 높은, 상, 고",
            Level.CRITICAL: "매우 높음, 심각, 치명적, 확실",
        },
    ),
    lengths=LengthWords(
        units={
            "minute": "분",
            "hour": "시간",
            "day": "일, 영업일",
            "week": "주, 주일, 주간",
            "month": "개월",
        },
        up_to="최대",
        about="약",
        about_behind="정도, 이내, 가량",
        estimate_labels="예상, 예상 소요, 예상 시간, 예상 소요 시간, 예상 기간, 소요 시간, 기간",
        time_labels="시간",
    ),
    references=ReferenceWords(
        words={"task": "작업, 태스크", "phase": "단계, 페이즈", "and": "및, 과, 와"},
        nothing="없음, 없다",
    ),
    people=PeopleWords(nobody="모두, 전원, 없음, 미지정, 미할당, 미정"),
    placeholders=PlaceholderWords(unknown="미정", legends="범례"),
)
