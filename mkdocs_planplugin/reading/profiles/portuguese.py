"""Portuguese."""

from mkdocs_planplugin.model import Level, RiskState

from .phrases import without_accents
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
    name="portuguese",
    headings=HeadingWords(
        term_letters="t, s",
        phase_of="de, da, do",
        ordinal_words=(
            "primeira, primeiro",
            "segunda, segundo",
            "terceira, terceiro",
            "quarta, quarto",
            "quinta, quinto",
        ),
        zero="zero",
        part_words="frente, trilha, pacote de trabalho",
        number_words=("um", "dois", "três", "quatro", "cinco"),
        step_words="passo",
        last_words="final, última, último",
        phase_named="fase, etapa",
        phase_words="fase, etapa, semana, marco, onda, iteração, mês, dia, passo",
        task_words="tarefa, passo",
        risk_words="risco",
        joining_words="e",
        sections={"phases": "fases, plano de implementação, tarefas, próximos passos"},
        risk_sections="(*3) riscos (...)",
        risk_lists="(*1) riscos (*1)",
        risk_answers="(*2) mitigação|tratamento de|dos riscos (*1)",
        answers="*mitigaç*, *decis*",
        stage_words="marco, iteração",
    ),
    labels=LabelWords(
        header_sections="(*1) status, informações (*2), metadados, dados (*2), ficha (*2)",
        blocking={"causes": "bloqueado por, bloqueada por, à espera de, a aguardar"},
        task={
            "files": "arquivo, arquivos, arquivos afetados, ficheiros",
            "dependencies": """
                dependência, dependências, depende de, pré-requisito, pré-requisitos, requer, bloqueado por,
                bloqueada por, predecessora, predecessoras
            """,
            "risk": "risco, nível de risco",
            "estimate": "duração, duração estimada, estimativa, esforço, esforço estimado, tempo estimado",
            "validation": "validação",
            "owner": "responsável, responsáveis, atribuído a, atribuída a",
            "status": "situação, estado",
            "start": "início, data de início",
            "due": "prazo, data limite, data de entrega",
            "end": "fim, término, data de término",
            "until": "bloqueado até",
            "progress": "progresso, andamento",
            "remaining": "restante",
        },
        phase={
            "criteria": "pronto quando, feito quando, concluído quando",
            "dependencies": "dependência, dependências, depende de, pré-requisito, pré-requisitos",
            "estimate": "duração, duração estimada, estimativa, esforço, esforço estimado, tempo estimado",
            "time": "período, cronograma",
            "status": "situação, estado",
        },
        task_table={
            "title": "tarefa, tarefas, ação, atividade",
            "name": "descrição, nome",
            "planned": "previsto, planejado, planeado",
        },
        header={
            "start": "início, data de início",
            "dependencies": "dependências, depende de, pré-requisitos",
            "created": "criado em, data, data de criação",
            "last_updated": "atualizado em, última atualização, atualizado",
            "status": "situação",
            "owner": "gerente do projeto, responsável pelo projeto, responsável, responsáveis",
            "author": "autora, autores",
            "due": "fim previsto, data de término, fim, prazo, data limite",
        },
        risk={
            "status": "situação",
            "owner": "responsável",
            "title": "risco",
            "probability": "probabilidade",
            "impact": "impacto",
            "severity": "severidade",
            "mitigation": "mitigação, resposta, plano de mitigação, contramedida, ação, ações",
            "contingency": "plano de contingência",
        },
    ),
    roles=RoleWords(
        tried_by_hand="testes manuais (...)",
        before="(*3) antes de|do|da (...)",
        behind="depois (...), após (...), durante (...), no dia (...)",
        repeated="""
            checklist|rotina|lista diário|diária|semanal|mensal, lista de verificação diária|semanal|mensal,
            antes|depois de cada, após cada, cada|toda manhã|tarde|noite|semana, cada|todo dia|mês
        """,
        subtasks="subtarefas",
        explains="significa, indica",
        criteria="""
            critério(s), definição de pronto|feito|concluído, pronto|feito|concluído quando, como validar,
            métricas|indicadores de sucesso
        """,
        checks="verificação, verificações, validação, validações, aceitação, aceite",
        check_nouns="final, finais, manual, manuais, pré-*, pós-*",
        checklists="lista de verificação",
        deliverables="entregáveis, entregas",
        scopes="escopo, conteúdo",
        aside="aprovação, aprovações, legenda, índice, perguntas, dúvidas, pré-requisitos, riscos, fora de|do escopo",
        work_names="implementação, tarefas, passos",
        final_names="final, qualidade, entrega",
        task_lists="tarefas, passos",
        milestones="marco(s)",
        work="""
            ordem de implementação, ordem de execução,
            tarefas, passos, atividades, ações, atividades principais, subtarefas, trabalhos, a fazer, pendências,
            implementação, próximos passos, tarefas principais, o que fazer
        """,
        beside="""
            decisão, decisões, objetivo(s), meta(s), contexto, duração, equipe, equipa, recurso(s), dependência(s),
            nota(s), orçamento, custo(s), benefício(s), problema, escopo, indicador, indicadores, métrica(s),
            responsável, responsáveis, justificativa, marco(s), resultados esperados,
            funcionalidades principais|detalhadas, funcionalidade(s), tecnologias, stack (*), requisitos (*),
            princípios, restrições, arquitetura (*), regras (*)
        """,
        horizons="""
            curto|médio|longo prazo (...), prioridade alta|média|baixa (...), alta|média|baixa prioridade (...),
            ações imediatas|prioritárias (...), imediato (...)
        """,
        work_patterns="""
            (próximos|primeiros) passos (...), passos|etapas|ordem|plano de (*2), roteiro (...),
            trabalho pendente|restante (...), tarefas (*2),
            melhorias|funcionalidades futuras|previstas|planejadas|planeadas
        """,
        goals="objetivo(s), objetivos (*)",
    ),
    detection=DetectionWords(
        plan_titles="plano, cronograma, planejamento, planeamento, planejamento do|de|da",
        plan_for="de, do, da, para",
        neutral_titles="introdução, visão geral",
        plan_words="""
            plano, cronograma, roteiro, tarefas, planejamento, planeamento, marcos, fases,
            checklist de implementação|implantação|migração|execução, próximos passos, migração
        """,
        plan_places="plano(s), planejamento, cronograma, tarefas, roteiro, planeamento",
        other_titles="""
            guia, relatório, ata, resumo, revisão, auditoria, retrospectiva, procedimento, lista de verificação,
            política, referência, notas de versão, diretrizes, instruções, reunião
        """,
        template_places="modelo(s)",
        plan_sections="fases, cronograma, riscos, marcos, tarefas, próximos passos, entregas",
        work_sections="tarefas, próximos passos, a fazer, em andamento, concluído",
        repeated_use="antes de (...), para cada (...), a cada (...), cada (...), diário (...), semanal (...)",
        work_columns="tarefa(s), fase(s), marco(s), semana(s), etapa(s), período, mês, atividade(s), ação|ações",
        state_columns="""
            status, estado, responsável, prazo, duração, esforço, entregáveis, início, fim, término, data, quem,
            quando, data de início|fim|término
        """,
        report_labels="antes, depois, verificado por, testado por",
        address="você, vocês",
        report_sections="""
            arquivo(s) modificados|criados|alterados|removidos (...), resultado(s) dos testes (...),
            alterações realizadas (...), mudanças realizadas (...), o que foi (...), correções aplicadas (...)
        """,
        other_sections="""
            configuração, exemplo, exemplos, parâmetros, pré-requisitos, solução de problemas, referências,
            introdução, índice, sumário, contexto, limitações, participantes, pauta, conclusão, bibliografia
        """,
        readme_sections="instalação, uso, como usar, licença",
    ),
    states=StateWords(
        words={
            "intended": """
                rascunho, planejado, planejada, proposto, proposta, aprovado, aprovada, pronto, pronta
            """,
            "to_be_approved": "pendente de aprovação, aguardando aprovação, aguardando revisão",
            "not_begun": "não iniciado, não iniciada, pendente, a fazer",
            "begun": "em andamento, em progresso, em curso, ativo, ativa, fase atual",
            "stuck": "bloqueado, bloqueada",
            "put_off": "em pausa, em espera, suspenso, suspensa, adiado, adiada",
            "finished": """
                concluído, concluída, completo, completa, feito, feita, finalizado, finalizada, implementado, entregue
            """,
            "given_up": "cancelado, cancelada, descartado, descartada",
        },
        not_yet="não, ainda não, sem, nada, nunca, por, será, deve ser, antes, depois, quando, se",
        almost="quase, parcialmente, em parte, meio",
        risks={
            RiskState.OPEN: "aberto",
            RiskState.MITIGATED: "mitigado",
            RiskState.ACCEPTED: "aceito",
            RiskState.CLOSED: "fechado, encerrado, resolvido",
            RiskState.OCCURRED: "ocorrido, materializado",
        },
        levels={
            Level.LOW: "baixo, baixa, muito baixo, muito baixa",
            Level.MEDIUM: "médio, média, moderado, moderada",
            Level.HIGH: "alto, alta",
            Level.CRITICAL: "crítico, crítica, muito alto, muito alta",
        },
    ),
    dates=DateWords(
        months=(
            "janeiro",
            "fevereiro, fev",
            "março, marco",
            "abril, abr",
            "maio",
            "junho",
            "julho",
            "agosto, ago",
            "setembro, set",
            "outubro, out",
            "novembro",
            "dezembro, dez",
        ),
        weekdays="segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira, sábado, domingo",
        before="em",
        due_by="até",
        week_of="de",
        end_of="fim de, final de",
        ordinals="º",
        of="de, do",
        to="a, até",
        positions={"day": "dia, dias", "week": "semana, semanas", "month": "mês, meses"},
    ),
    lengths=LengthWords(
        units={
            "minute": "minutos, minuto",
            "hour": "hora, horas",
            "day": "dia, dias",
            "week": "semana, semanas",
            "fortnight": "quinzena, quinzenas",
            "month": "mês, meses",
        },
        numbers={
            0.5: "meio, meia",
            1.0: "um, uma",
            2.0: "dois, duas",
            3.0: "três, tres",
            4.0: "quatro",
            5.0: "cinco",
            6.0: "seis",
            7.0: "sete",
            8.0: "oito",
            9.0: "nove",
            10.0: "dez",
        },
        and_a_half="e meio, e meia",
        between="a, ou",
        plus="e",
        up_to="até",
        about="aprox, aprox., cerca de",
        per="por",
        counted="dia, dias, semana, semanas",
        estimate_labels="duração, duração estimada, estimativa, esforço, tempo estimado",
        time_labels="tempo",
        measures="""
            ponto, pontos, linha, linhas, arquivo, arquivos, ficheiros, tarefa, tarefas, passos, pessoa, pessoas
        """,
    ),
    references=ReferenceWords(
        in_parentheses="depende de, bloqueado por, bloqueada por, requer, depois de, após",
        all_before="todas|todos as|os (tarefas|passos) anteriores, tudo acima",
        words={
            "task": "tarefa, tarefas",
            "phase": "fase, fases",
            "stage": "etapa, etapas",
            "lead": "depende, após, requer",
            "elsewhere": "antes",
            "not": "não",
            "and": "e, ou",
            "to": "a, até",
            "filler": "todas",
        },
        nothing="nenhuma, nenhum, sem dependências",
        nothing_alone="nada",
        but="exceto",
        said_of_tasks="concluído, concluída",
        part_of="de",
        lag_before="após, depois de",
        finish_to_start="TI",
        other_links="II, TT, IT",
    ),
    people=PeopleWords(
        talked_of="com, de, para, por, e, ou",
        between="e",
        nobody="todos, todas, ninguém, nenhum, não atribuído, por atribuir, desconhecido",
    ),
    placeholders=PlaceholderWords(unknown="a definir", legends="legenda, níveis, valores"),
)

# Many write it without accents.
PROFILE = without_accents(_WORDS)
