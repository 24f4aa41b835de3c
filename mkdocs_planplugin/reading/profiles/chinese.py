"""Chinese, in simplified and traditional characters."""

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
    name="chinese",
    headings=HeadingWords(
        step_words="步骤, 步",
        phase_words="阶段, 階段, 里程碑, 迭代, 冲刺, 步骤, 批次",
        counters="阶段, 階段, 期, 周, 週, 步, 个里程碑",
        glued_words="阶段, 里程碑, 任务",
        numerals="一二三四五六七八九十",
        task_words="任务",
        risk_words="风险, 風險",
        sections={
            "phases": "阶段, 实施阶段, 实施计划, 任务清单, 下一步",
            "risks": "风险, 風險",
            "definition_of_done": "验收标准, 完成标准",
        },
        risk_lists="(*1) 风险|風險",
        risk_sections="""
            (*3) 风险 (...), 潜在风险*, 主要风险*, 技术风险*, 项目风险*, 实施风险*, 关键风险*, 已知风险*, 业务风险*,
            当前风险*, 現有風險*, 主要風險*, 潛在風險*
        """,
        answers="*缓解*, *应对*",
        stage_words="里程碑, 迭代, 冲刺",
    ),
    labels=LabelWords(
        task={
            "files": "文件, 涉及文件, 相关文件",
            "dependencies": "依赖, 依赖项, 依赖关系, 依賴, 前置任务, 前置条件, 前置依赖, 阻塞于",
            "risk": "风险等级, 风险级别",
            "estimate": "预计, 预计时间, 预计工时, 预估, 预估时间, 预估工时, 工期, 工时, 工作量, 估时",
            "validation": "验证, 验证方式",
            "owner": "负责人, 負責人, 执行人, 责任人",
            "status": "状态, 狀態",
            "start": "开始日期, 开始时间",
            "due": "截止日期, 截止时间",
            "progress": "进度, 完成度",
            "end": "结束日期, 结束时间, 完成日期",
        },
        phase={
            "dependencies": "依赖, 依赖项, 依赖关系, 前置条件, 前置依赖",
            "estimate": "预计, 预计时间, 预计工时, 预估, 预估时间, 工期, 工时, 工作量, 估时",
            "status": "状态, 狀態",
        },
        task_table={"title": "任务, 任务名称, 工作项", "name": "描述, 名称, 说明"},
        header={
            "start": "开始日期, 开始时间, 起始日期",
            "dependencies": "依赖, 依赖项",
            "created": "日期, 创建日期, 创建时间",
            "last_updated": "更新日期, 最后更新",
            "status": "状态, 狀態",
            "owner": "负责人, 負責人",
            "author": "作者",
            "due": "截止日期",
        },
        risk={
            "status": "状态, 狀態",
            "owner": "负责人",
            "title": "风险, 风险项, 風險",
            "probability": "概率, 可能性",
            "impact": "影响, 影响程度",
            "severity": "严重程度",
            "mitigation": "缓解措施, 应对措施, 缓解, 对策, 应对, 应对策略, 应对方案, 缓解方案, 缓解策略",
            "contingency": "应急计划, 应急预案",
        },
        totals="合计*",
    ),
    roles=RoleWords(
        explains="表示",
        criteria="""
            *验收*, *完成标准*, *成功标准*, *完成条件*, *退出标准*,
            *成功指标*, *成功指標*, *质量标准*, *质量门*, *完成定义*, *准入*
        """,
        checks="*验证*, *检查点*",
        checklists="*检查表*, *检查列表*, *清单*",
        deliverables="*交付物*, *产出*, *成果*",
        scopes="范围, 内容, 主要内容",
        aside="""
            *批准*, *审批*, *图例*, *目录*, *问题清单*, *常见问题*,
            *风险*, *前置条件*, *待确认*
        """,
        work_names="*实施*, *任务*, *实现*, *执行*",
        final_names="*最终*, *上线*, *发布*, *部署*, *质量*, *测试*",
        task_lists="任务, 步骤",
        milestones="里程碑",
        work="""
            实施顺序, 执行顺序, 实现顺序,
            任务, 步骤, 工作内容, 任务清单, 主要任务, 具体任务, 工作项, 工作任务, 实施步骤, 实施内容, 主要工作,
            开发任务, 任务列表, task 列表, 待办, 待办事项, 行动项, 下一步
        """,
        beside="""
            *决策*, *决定*, *目标*, *目的*, *背景*, *说明*, *资源*, *依赖*, *备注*, *预算*, *成本*, *收益*, *优势*,
            *问题*, *范围*, *指标*, *负责人*, *原因*, *周期*, *时间*, *里程碑*, *主要功能*, *核心功能*, *技术栈*,
            *技术选型*, *技术方案*, *需求*, *原则*, *约束*, *架构*, *结构*, *注意*, *限制*
        """,
        files="*文件, *文件清单, *文件列表",
        horizons="""
            高优先级, 中优先级, 低优先级, 短期, 中期, 长期, 短期 (...), 中期 (...), 长期 (...), 近期 (...),
            远期 (...), 近期, 远期
        """,
        work_patterns="""
            实现步骤, 开发步骤, 操作步骤, 执行步骤, *顺序, 开发计划, 工作计划, 下一步计划, 下一步工作,
            下一步行动, 后续计划, 后续工作, 剩余工作, 待完成, 待开发, 待实现, 未完成, 路线图, 开发路线图, 迭代计划
        """,
        goals="目标, 目標, 总体目标, 项目目标",
    ),
    detection=DetectionWords(
        list_titles="*路线图*, *任务清单*",
        plan_titles="""
            *计划*, *規劃*, *规划*, *路线图*, *任务清单*, *待办*, *时间表*, *排期*, *日程*, *計畫*, *路線圖*,
            *任務清單*, *工作分解*, *待辦*
        """,
        neutral_titles="概述, 概览, 简介",
        plan_words="""
            *计划*, *規劃*, *规划*, *路线图*, *任务*, *待办*, *里程碑*, *方案*, *进度*, *下一步*, *时间表*, *排期*,
            *日程*, *迭代*, *計畫*, *路線圖*, *任務*, *待辦*, *進度*, *時程*, *分工*, *工作分解*, *迁移*, *遷移*
        """,
        plan_places="""
            *计划*, *规划*, *计畫*, *路线图*, *任务*, *待办*, *里程碑*, *排期*, *进度*, *路線圖*, *任務*, *待辦*,
            *進度*
        """,
        other_titles="""
            *指南*, *手册*, *报告*, *教程*, *纪要*, *检查清单*, *验收*, *总结*, *指引*, *提示词*, *周报*, *会议记录*,
            *评审*, *审计*, *使用说明*, *检查表*, *常见问题*, *更新日志*, *复盘*, *入门*, *会议*, *會議*, *報告*,
            *檢查清單*, *使用說明*, *總結*, *教學*
        """,
        work_titles="*实施*, *实现*, *迁移*",
        template_places="*模板*",
        plan_sections="实施, 里程碑, 风险, 进度, 任务, 阶段, 时间, 实施计划, 时间表, 任务清单, 风险评估",
        work_sections="待办, 进行中, 已完成, 任务清单",
        repeated_use="*每次*",
        work_columns="*任务*, *阶段*, *里程碑*, *步骤*, *功能*, *事项*, *模块*, *周*, *时间段*, *月份*, *工作内容*",
        state_columns="""
            状态, 负责人, 工期, 截止日期, 进度, 工时, 预计时间, 完成情况, 开始, 结束, 开始时间, 结束时间, 开始日期,
            结束日期, 日期, 时间, 负责
        """,
        report_sections="""
            *修改文件*, *修改的文件*, *新增文件*, *创建的文件*, *测试结果*, *完成内容*, *工作成果*, *主要成果*
        """,
        other_sections="配置, 示例, 参数, 常见问题, 背景, 目录, 简介, 与会人员, 议题",
        readme_sections="安装, 使用方法, 使用说明",
    ),
    states=StateWords(
        words={
            "intended": "草稿, 草案, 计划中, 规划中, 设计中, 已批准",
            "not_begun": "未开始, 尚未开始, 待办, 待开始",
            "begun": "进行中, 实施中, 开发中",
            "stuck": "阻塞, 受阻, 已阻塞",
            "put_off": "暂停, 已暂停, 搁置, 推迟",
            "finished": "完成, 已完成",
            "open": "未完成",
            "given_up": "取消, 已取消, 废弃",
        },
        risks={
            RiskState.OPEN: "开放, 未关闭, 监控中",
            RiskState.MITIGATED: "已缓解",
            RiskState.ACCEPTED: "已接受",
            RiskState.CLOSED: "已关闭, 关闭, 已解决",
            RiskState.OCCURRED: "已发生",
        },
        levels={
            Level.LOW: "低, 小, 极低, 很低, 较低, 非常低, 低风险",
            Level.MEDIUM: "中, 中等, 一般, 中风险",
            Level.HIGH: "高, 大, 较高, 高风险",
            Level.CRITICAL: "极高, 很高, 非常高, 极高风险, 严重, 致命",
        },
    ),
    lengths=LengthWords(
        units={
            "minute": "分钟, 分",
            "hour": "小时, 小時, 个小时, 工时",
            "day": "天, 日, 人日, 工作日, 个工作日",
            "week": "周, 星期, 个星期",
            "month": "个月, 個月",
        },
        number_signs={
            1.0: "一",
            2.0: "二两兩",
            3.0: "三",
            4.0: "四",
            5.0: "五",
            6.0: "六",
            7.0: "七",
            8.0: "八",
            9.0: "九",
            10.0: "十",
        },
        up_to="不超过, 最多",
        about="约, 大约",
        about_behind="左右",
        estimate_labels="预计, 预计时间, 预计工时, 预估, 工期, 工时",
        time_labels="时间",
    ),
    references=ReferenceWords(
        all_before="以上全部, 以上所有, 所有前置任务, 前面所有任务, 全部前置任务",
        words={"task": "任务, 任務", "phase": "阶段, 階段", "and": "和, 与, 及"},
        nothing="无, 無, 没有, 无依赖",
    ),
    people=PeopleWords(nobody="所有人, 全体, 无, 未分配, 待定, 未知"),
    placeholders=PlaceholderWords(unknown="待定, 待确认", legends="图例"),
)
