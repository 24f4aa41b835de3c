"""Vietnamese."""

from mkdocs_planplugin.model import Level, RiskState

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

PROFILE = Profile(
    name="vietnamese",
    headings=HeadingWords(
        number_words=("một", "hai", "ba", "bốn", "năm"),
        phase_words="giai đoạn, pha, đợt, chặng, cột mốc, mốc, tuần, ngày, tháng, bước, phần",
        task_words="nhiệm vụ, công việc, tác vụ, bước",
        step_words="bước",
        title_prefixes="kế hoạch triển khai, kế hoạch thực hiện",
        risk_words="rủi ro",
        joining_words="và",
        sections={
            "phases": """
                các giai đoạn, nhiệm vụ, công việc, danh sách công việc, danh sách nhiệm vụ, các bước tiếp theo,
                bước tiếp theo
            """,
        },
        risk_lists="rủi ro (*1)",
        risk_sections="(*3) rủi ro (...)",
        answers="giảm thiểu, biện pháp, xử lý, phương án",
        stage_words="đợt, cột mốc",
    ),
    labels=LabelWords(
        blocking={"causes": "bị chặn bởi, đang chờ"},
        task={
            "files": "tệp, file liên quan, tệp liên quan",
            "dependencies": """
                phụ thuộc, phụ thuộc vào, các phụ thuộc, điều kiện tiên quyết, tiên quyết, yêu cầu trước, chờ,
                bị chặn bởi
            """,
            "risk": "rủi ro, mức rủi ro",
            "estimate": """
                ước tính, ước lượng, thời gian ước tính, ước tính thời gian, thời gian dự kiến, thời lượng, công sức
            """,
            "validation": "kiểm chứng, xác minh",
            "owner": "người phụ trách, phụ trách, người thực hiện, chịu trách nhiệm, giao cho",
            "status": "trạng thái, tình trạng",
            "start": "bắt đầu, ngày bắt đầu",
            "due": "hạn, hạn chót, thời hạn, hạn hoàn thành",
            "end": "kết thúc, ngày kết thúc",
            "progress": "tiến độ",
            "remaining": "còn lại",
        },
        task_table={
            "title": "công việc, nhiệm vụ, tác vụ, việc, hành động, hoạt động, việc cần làm",
            "name": "mô tả, tên, nội dung, hạng mục",
        },
        phase={
            "dependencies": "phụ thuộc, phụ thuộc vào, điều kiện tiên quyết",
            "estimate": "ước tính, ước lượng, thời gian ước tính, ước tính thời gian, thời gian dự kiến, thời lượng",
            "time": "thời gian",
            "status": "trạng thái, tình trạng",
        },
        header={
            "start": "bắt đầu, ngày bắt đầu",
            "created": "ngày, ngày tạo, ngày lập, tạo ngày",
            "last_updated": "cập nhật, ngày cập nhật, cập nhật lần cuối, cập nhật gần nhất, lần cập nhật cuối",
            "status": "trạng thái, tình trạng",
            "due": "hạn, hạn chót, thời hạn, hạn hoàn thành",
            "owner": "người phụ trách, phụ trách, chịu trách nhiệm",
            "author": "tác giả, người lập, người viết",
            "dependencies": "phụ thuộc, phụ thuộc vào",
        },
        risk={
            "status": "trạng thái",
            "owner": "người phụ trách, phụ trách",
            "title": "rủi ro",
            "probability": "xác suất, khả năng, khả năng xảy ra",
            "impact": "ảnh hưởng, tác động, hậu quả, mức ảnh hưởng, mức độ ảnh hưởng",
            "severity": "mức độ, mức độ nghiêm trọng",
            "score": "điểm",
            "mitigation": """
                giảm thiểu, biện pháp, biện pháp giảm thiểu, cách giảm thiểu, cách xử lý, xử lý, giải pháp, đối phó,
                phòng ngừa, ứng phó
            """,
            "contingency": "dự phòng, phương án dự phòng, kế hoạch dự phòng",
        },
        totals="tổng..., tổng cộng...",
    ),
    roles=RoleWords(
        repeated="danh sách kiểm tra hàng ngày|tuần|tháng, mỗi ngày|sáng|tối|tuần|tháng",
        criteria="""
            tiêu chí, tiêu chuẩn hoàn thành, tiêu chuẩn chấp nhận, điều kiện hoàn thành, điều kiện thoát,
            định nghĩa hoàn thành, nghiệm thu, chỉ số thành công, thước đo thành công, hoàn thành khi, xong khi,
            kết quả mong đợi
        """,
        checks="kiểm tra, kiểm thử, kiểm chứng, xác minh, xác nhận",
        checklists="danh sách kiểm tra, bảng kiểm",
        deliverables="sản phẩm bàn giao, bàn giao, kết quả đầu ra, đầu ra",
        aside="""
            phê duyệt, chú thích, mục lục, câu hỏi, rủi ro, điều kiện tiên quyết, ngoài phạm vi, không bao gồm,
            giả định, ràng buộc
        """,
        explains="nghĩa là",
        work_names="triển khai, thực hiện, công việc, nhiệm vụ",
        final_names="cuối cùng, phát hành, chất lượng, bàn giao",
        task_lists="nhiệm vụ, công việc, các bước, các công việc, các nhiệm vụ, việc cần làm, công việc cần thực hiện",
        milestones="các cột mốc, cột mốc",
        work="""
            nhiệm vụ, công việc, các bước, các bước thực hiện, các bước triển khai, các công việc, các nhiệm vụ,
            việc cần làm, cần làm, hành động, bước tiếp theo, các bước tiếp theo, thứ tự thực hiện,
            thứ tự triển khai, công việc cần thực hiện, danh sách công việc, hoạt động
        """,
        beside="""
            mục tiêu, mục đích, bối cảnh, lý do, lợi ích, thời lượng, nhân sự, nguồn lực, phụ thuộc, ghi chú,
            lưu ý, ngân sách, chi phí, vấn đề, phạm vi, quyết định, tóm tắt, hiện trạng, kiến trúc, công nghệ, yêu cầu,
            nguyên tắc, tài liệu, cấu trúc, ví dụ, tham khảo, tính năng
        """,
        work_patterns="""
            (các) bước thực hiện (...), (các) bước triển khai (...), lộ trình (...), công việc còn lại,
            tính năng sắp tới
        """,
        horizons="""
            ngắn|trung|dài hạn (...), ưu tiên cao|trung|thấp (...), sắp tới, tiếp theo, sau này
        """,
        goals="mục tiêu",
    ),
    detection=DetectionWords(
        list_titles="lộ trình, việc cần làm",
        plan_titles="kế hoạch, lộ trình, danh sách công việc, danh sách nhiệm vụ, việc cần làm",
        plan_for="cho, của, để, về",
        plan_of="triển khai, thực hiện, phát triển, dự án, chi tiết, tổng thể, xây dựng",
        neutral_titles="tổng quan, giới thiệu",
        plan_words="kế hoạch, lộ trình, công việc, nhiệm vụ, cột mốc, giai đoạn, tiến độ",
        plan_places="ke hoach, kế hoạch, lo trinh, cong viec, nhiem vu, viec can lam, giai doan, tien do",
        other_titles="""
            hướng dẫn, báo cáo, biên bản, tổng kết, tóm tắt, đặc tả, quy trình, quy định, sổ tay, tài liệu, đánh giá,
            kiểm toán, nhật ký
        """,
        plan_sections="""
            nhiệm vụ, công việc, cột mốc, các cột mốc, rủi ro, các giai đoạn, tiến độ, lộ trình, kế hoạch triển khai,
            kế hoạch thực hiện, tiêu chí hoàn thành, tiêu chí nghiệm thu, tiêu chí thành công, bước tiếp theo,
            các bước tiếp theo, phụ thuộc, thời gian, ngoài phạm vi
        """,
        work_sections="""
            cần làm, việc cần làm, đang làm, đang thực hiện, đã xong, hoàn thành, đã hoàn thành, công việc, nhiệm vụ,
            bước tiếp theo, các bước tiếp theo, chưa làm
        """,
        repeated_use="trước khi (...), mỗi khi (...), sau khi (...), mỗi (...), với mỗi (...), hàng ngày|tuần (...)",
        work_columns="công việc, nhiệm vụ, tác vụ, việc, hạng mục, giai đoạn, cột mốc",
        state_columns="""
            trạng thái, tình trạng, người phụ trách, phụ trách, ước tính, hạn, hạn chót, tiến độ, thời gian, người làm
        """,
        report_sections="""
            (các) file|tệp đã (...), kết quả kiểm thử (...), kết quả test (...), đã làm (...), đã triển khai (...),
            những thay đổi (...), tổng kết (...)
        """,
        other_sections="""
            cấu hình, ví dụ, tham số, yêu cầu, xử lý sự cố, tài liệu tham khảo, giới thiệu, mục lục, bối cảnh,
            hạn chế, kết luận
        """,
        readme_sections="cài đặt, sử dụng, giấy phép",
    ),
    states=StateWords(
        words={
            "intended": "bản nháp, nháp, đề xuất, dự kiến, lên kế hoạch, đã duyệt, sẵn sàng",
            "not_begun": "chưa bắt đầu, chưa làm, chưa thực hiện, chờ thực thi, chờ thực hiện, cần làm, chờ",
            "begun": "đang thực hiện, đang làm, đang triển khai, đang tiến hành, đang phát triển, đang chạy",
            "stuck": "bị chặn",
            "put_off": "tạm dừng, hoãn, tạm hoãn",
            "finished": "hoàn thành, đã hoàn thành, xong, đã xong, hoàn tất, đã hoàn tất",
            "given_up": "hủy, huỷ, đã hủy, đã huỷ, hủy bỏ, bỏ qua",
        },
        not_yet="chưa, không, chưa được, sẽ, trước, sau, khi, nếu",
        almost="gần, gần như, một phần",
        risks={
            RiskState.OPEN: "mở, đang theo dõi, vẫn mở",
            RiskState.MITIGATED: "đã giảm thiểu, đã xử lý",
            RiskState.ACCEPTED: "chấp nhận",
            RiskState.CLOSED: "đóng, đã đóng",
            RiskState.OCCURRED: "đã xảy ra",
        },
        levels={
            Level.LOW: "thấp, rất thấp, nhỏ",
            Level.MEDIUM: "trung bình, vừa",
            Level.HIGH: "cao, lớn",
            Level.CRITICAL: "rất cao, nghiêm trọng",
        },
    ),
    dates=DateWords(
        month_word="tháng",
        year_word="năm",
        before="trước, trước ngày, đến, đến ngày, từ, từ ngày, ngày",
        to="đến",
        positions={"day": "ngày", "week": "tuần", "month": "tháng"},
    ),
    lengths=LengthWords(
        units={
            "minute": "phút",
            "hour": "giờ, tiếng",
            "day": "ngày, ngày công, ngày làm việc",
            "week": "tuần",
            "month": "tháng",
        },
        numbers={
            0.5: "nửa",
            1.0: "một",
            2.0: "hai",
            3.0: "ba",
            4.0: "bốn",
            5.0: "năm",
        },
        between="đến, hoặc",
        plus="và",
        up_to="tối đa, không quá",
        about="khoảng, ước chừng, ít nhất",
        per="mỗi",
        estimate_labels="ước tính, ước lượng, thời gian ước tính, thời gian dự kiến, thời lượng",
        time_labels="thời gian",
        measures="điểm, dòng, tệp, công việc, nhiệm vụ, bước, trang, người",
    ),
    references=ReferenceWords(
        in_parentheses="phụ thuộc vào, bị chặn bởi",
        words={
            # Each syllable is a word by itself here: `giai đoạn 2` is a phase by its second.
            "task": "vụ, việc",
            "phase": "đoạn",
            "lead": "sau, cần",
            "of": "của, từ",
            "elsewhere": "trước",
            "not": "không",
            "and": "và",
            "to": "đến",
            "filler": "giai, nhiệm, tác, công, tất, cả, các",
        },
        nothing="không, không có, không phụ thuộc",
        but="trừ, ngoại trừ",
        said_of_tasks="xong, hoàn thành",
        list_words="và",
        lag_before="sau",
    ),
    people=PeopleWords(between="và", nobody="tất cả, không ai, chưa phân công, chưa giao"),
    placeholders=PlaceholderWords(unknown="chưa xác định, sẽ xác định sau"),
)
