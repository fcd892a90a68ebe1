using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Packs;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>What is found without anybody looking, three passes of one proof, and the marked difference.</summary>
public sealed class InspectionTests
{
    [Theory]
    [InlineData("机密★5年", true)]
    [InlineData("绝密 ★", true)]
    [InlineData("  秘密  ", true)]
    [InlineData("密级：机密", true)]
    [InlineData("机 密★5年", true)]
    [InlineData("# 机密", true)]
    [InlineData("**机密**", true)]
    [InlineData("机密 5年", true)]
    [InlineData("机　密", true)]
    [InlineData("【机密】", true)]
    [InlineData("涉及商业秘密的，按程序处理。", false)]
    [InlineData("不得泄露国家秘密", false)]
    [InlineData("秘密花园艺术展演通知", false)]
    public void A_mark_is_told_from_the_word_in_prose(string line, bool marked)
        => Assert.Equal(marked, Find(FlowCodes.Publication, "标题\n" + line)
        .Any(finding => finding is { Code: "secrecy-mark", Level: FindingLevel.Blocking, Line: 2 }));

    [Fact]
    public void A_mark_is_found_in_the_title_and_in_every_field()
    {
        Assert.Contains(Find(FlowCodes.Publication, "正文", "【机密】关于召开会议的通知"), finding
            => finding is { Code: "secrecy-mark", Level: FindingLevel.Blocking });
        foreach (var label in new[] { "内容概述", "主题词" })
            Assert.Contains(Find(FlowCodes.Publication, "正文", "标题", null, new SnapshotLine(SnapshotFields.Keywords, label, "秘密★3年")),
                finding => finding.Code == "secrecy-mark");
        Assert.Contains(Find(FlowCodes.Publication, "正文", "标题", null,
            new SnapshotLine(SnapshotFields.SecrecyLevel, "密级", "定为秘密")), finding => finding.Code == "secrecy-mark");
        Assert.DoesNotContain(Find(FlowCodes.Publication, "正文", "标题", null,
            new SnapshotLine(SnapshotFields.Summary, "内容概述", "保守国家秘密宣传")), finding => finding.Code == "secrecy-mark");
    }

    [Fact]
    public void Where_the_subject_stays_inside_a_mark_is_weighed_and_not_forbidden()
        => Assert.Equal(FindingLevel.Warning, Assert.Single(Find(FlowCodes.Attribute, "秘密★3年")).Level);

    [Fact]
    public void Personal_data_are_one_finding_for_a_place_and_kind_the_most_harmful_first()
    {
        var mobiles = string.Concat(Enumerable.Range(0, 25).Select(number => $"138123456{number:00}，"));
        var findings = Find(FlowCodes.Publication, $"0857-8222293，{mobiles}\n身份证号52050219900101001X")
            .Where(finding => finding.Code == "personal-data").ToList();
        Assert.Equal(
            [
                ("body/identity-card", FindingLevel.Blocking, "正文中疑似有身份证号", 1, 2),
                ("body/mobile-phone", FindingLevel.Warning, "正文中疑似有手机号码，共 25 处", 25, 1),
                ("body/fixed-phone", FindingLevel.Warning, "正文中疑似有固定电话", 1, 1),
            ],
            findings.Select(finding => (finding.Key, finding.Level, finding.Title, finding.Count, finding.Line!.Value)));
        Assert.Equal([1, 20, 1], findings.Select(finding => finding.Spots.Count));
        Assert.Equal(["第 2 行"], findings[0].Spots.Select(spot => spot.Where));
        Assert.Equal([false, true, true], findings.Select(finding => finding.NeedsAnswer));
        Assert.Equal("正文中的手机号码", findings[1].Name);
        Assert.DoesNotContain(findings, finding => finding.Spots.Any(spot => spot.Words.Contains("1990", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_title_is_judged_once_though_it_is_a_field_too()
    {
        var titled = Find(FlowCodes.Publication, "正文", "联系电话13800138000",
            fields: new SnapshotLine(SnapshotFields.Title, "名称", "联系电话13800138000"));
        Assert.Equal(("title/mobile-phone", 1), (Assert.Single(titled).Key, titled[0].Count));
        var other = Find(FlowCodes.Publication, "正文", "联系电话13800138000",
            fields: new SnapshotLine(SnapshotFields.Title, "名称", "联系电话13900139000"));
        Assert.Equal(("title/mobile-phone", 2), (Assert.Single(other).Key, other[0].Count));
    }

    [Fact]
    public void What_was_found_in_a_file_stands_under_its_name()
    {
        var snapshot = new Snapshot("正文", [])
        {
            Files = [new AttachedFile("名单.xlsx", "application/vnd.ms-excel", 12, People.Digest,
                [
                    new OwnerFinding("file-dddddddddddddddd/hidden", "hidden", false, 2, ["隐藏的工作表‘底稿’", "隐藏的列 C"]),
                    new OwnerFinding("file-dddddddddddddddd/bank-card", "bank-card", true, 1, ["6222****1234（工作表‘名单’）"]),
                ])],
        };
        Assert.Equal(
            [
                ("hidden", FindingLevel.Warning, "附件“名单.xlsx”中有隐藏内容，共 2 处", "附件“名单.xlsx”中的隐藏内容"),
                ("personal-data", FindingLevel.Blocking, "附件“名单.xlsx”中疑似有银行卡号", "附件“名单.xlsx”中的银行卡号"),
            ],
            Inspection.Of(FlowCodes.Publication, Submitted(snapshot)).Select(found => (found.Code, found.Level, found.Title, found.Name)));
        Assert.All(Inspection.Of(FlowCodes.Minutes, Submitted(snapshot)), found => Assert.Null(found.Key));
    }

    [Fact]
    public void Where_the_subject_stays_inside_nothing_blocks_and_nothing_waits_for_an_answer()
        => Assert.All(Find(FlowCodes.Minutes, "身份证号52050219900101001X，13800138000\n秘密★3年\n内部资料"),
            finding => Assert.True(finding is { Key: null, NeedsAnswer: false, Level: not FindingLevel.Blocking }));

    [Fact]
    public void More_marks_than_are_listed_are_counted()
        => Assert.Contains(Find(FlowCodes.Publication, string.Join('\n', Enumerable.Repeat("机密★1年", 23))), finding => finding is
        {
            Code: "secrecy-mark", Level: FindingLevel.Blocking, Title: "正文带有密级标志“机密★1年”，共 23 处", Count: 23, Spots.Count: 20,
        });

    [Theory]
    [InlineData("工作秘密", "工作秘密不得擅自公开")]
    [InlineData("内部资料 注意保存", "仅供内部使用")]
    [InlineData("（此件不公开）", "标明不予公开")]
    [InlineData("此件依申请公开", "标明依申请公开")]
    public void What_a_paper_says_of_itself_waits_for_an_answer(string line, string advice)
    {
        var found = Assert.Single(Find(FlowCodes.Publication, "标题\n" + line), finding => finding.Code == "handling-mark");
        Assert.Equal((FindingLevel.Warning, 2), (found.Level, found.Line));
        Assert.Contains(advice, found.Detail, StringComparison.Ordinal);
        Assert.Equal(FindingLevel.Note, Assert.Single(Find(FlowCodes.Attribute, line), finding => finding.Code == "handling-mark").Level);
        Assert.DoesNotContain(Find(FlowCodes.Publication, "正文", "标题", null,
            new SnapshotLine(SnapshotFields.Attribute, "公开属性", line, "withheld")), finding => finding.Code == "handling-mark");
    }

    [Fact]
    public void Internal_scope_missing_pre_disclosure_and_missing_interpretation_are_found()
    {
        var findings = Find(FlowCodes.Publication, "正文", "关于印发《文艺奖励办法》的通知", ["major"],
            new SnapshotLine(SnapshotFields.Scope, "公开范围", "内部公开", SnapshotFields.InternalScope));
        Assert.Equal(["internal-scope", "pre-disclosure-missing", "interpretation-missing"], findings.Select(finding => finding.Code));
        Assert.Empty(Find(FlowCodes.Publication, "正文", "关于印发《文艺奖励办法》的通知", ["major"],
            new SnapshotLine(SnapshotFields.PreDisclosure, "预公开", "2026年2月1日至7日"),
            new SnapshotLine(SnapshotFields.Interpretations, "政策解读", "一图读懂")));
    }

    [Fact]
    public void A_flow_with_one_proof_step_takes_three_passes_before_it_goes_on()
    {
        var citation = new Citation("制度", "一", []);
        var flow = new ReviewFlow("test", "测试",
            [new ReviewStep("proof", "校对", StepKind.Proof, 1, ["office"], UnitScope.Authority, [], null, [], citation)], [], false, [],
            citation);
        var review = People.Open(flow);
        var reader = People.Person("reader", "office", "office");
        for (var pass = 1; pass <= 3; pass++)
        {
            Assert.Equal(CaseState.Open, review.State);
            var verdict = review.Decide(reader, People.Decision(review, "proof", StepOutcome.Approve), People.Now);
            Assert.Equal(pass < 3 ? Acts.ProofPassed : Acts.Approved, Assert.Single(verdict.Facts).Act);
        }

        Assert.Equal(CaseState.Approved, review.State);
    }

    [Fact]
    public void A_release_past_steps_never_passes_over_the_secrecy_review()
    {
        var citation = new Citation("制度", "一", []);
        ReviewStep Step(string code, StepKind kind, int stage, string role)
            => new(code, code, kind, stage, [role], UnitScope.Authority, [], null, [], citation);
        var flow = new ReviewFlow("test", "测试",
            [Step("secrecy", StepKind.Secrecy, 1, "secrecy"), Step("review", StepKind.Review, 1, "office"),
            Step("sign", StepKind.SignOff, 2, "deputy")],
            [], false, ["director"], citation);
        var review = People.Open(flow);
        var director = People.Person("director", "office", "director");
        Assert.Equal(Refusals.SecrecyIsNeverBypassed,
            review.Decide(director, People.Decision(review, "review", StepOutcome.Bypass), People.Now).Failure);
        Assert.Null(review.Decide(People.Person("secrecy", "office", "secrecy"), People.Decision(review, "secrecy", StepOutcome.Approve),
            People.Now).Failure);
        Assert.Null(review.Decide(director, People.Decision(review, "review", StepOutcome.Bypass), People.Now).Failure);
        Assert.Equal((CaseState.Approved, true), (review.State, review.IsBypassed));
    }

    [Fact]
    public void Somebody_who_confirmed_one_pass_takes_no_other_step()
    {
        var flow = People.Packs["xinyuan"].Flow(FlowCodes.Publication)!;
        var review = People.Open(flow);
        var both = People.Person("both", People.OwnUnit, "office", "leading-group-office");
        Assert.Null(review.Decide(both, People.Decision(review, "first-proof", StepOutcome.Approve), People.Now).Failure);
        Assert.Equal(Refusals.AlreadyTookPart,
            review.Decide(both, People.Decision(review, "first-review", StepOutcome.Approve), People.Now).Failure);
    }

    [Fact]
    public void The_marked_difference_contains_both_texts()
        => Prop.ForAll(Texts().ToArbitrary(), texts =>
        {
            var pieces = TextDifference.Between(texts.Before, texts.After);
            Assert.Equal(texts.Before, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)));
            Assert.Equal(texts.After, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Corrections_are_made_at_once_and_never_upon_each_other()
        => Assert.Equal("乙丙，丁",
        Correction.ApplyAll([new Correction("甲", "乙"), new Correction("乙", "丙"), new Correction("甲乙丁", "丁")], "甲乙，甲乙丁"));

    [Fact]
    public void A_changed_word_is_marked_and_its_line_is_not()
        => Assert.Equal([new Piece(PieceKind.Same, "第一行\n共"), new Piece(PieceKind.Removed, "三"), new Piece(PieceKind.Added, "四"),
        new Piece(PieceKind.Same, "项\n末行")],
            TextDifference.Between("第一行\n共三项\n末行", "第一行\n共四项\n末行"));

    private static Gen<(string Before, string After)> Texts()
    {
        var text = Gen.Elements("甲", "乙", "丙", "\n", "\r\n", "𠮷", "é", "一段话。").ListOf().Select(parts => string.Concat(parts));
        return from before in text from after in text select (before, after);
    }

    private static IReadOnlyList<Finding> Find(string flow, string body, string title = "标题", string[]? conditions = null,
        params SnapshotLine[] fields)
        => Inspection.Of(flow, Submitted(new Snapshot(body, fields)) with { Title = title, Conditions = conditions ?? [] });

    private static Submission Submitted(Snapshot snapshot) => new()
    {
        CaseId = new CaseId(Guid.CreateVersion7()),
        Authority = "any",
        SubjectKind = "test",
        SubjectId = Guid.CreateVersion7(),
        Title = "标题",
        Unit = "unit",
        Author = "author",
        ContentDigest = People.Digest,
        Snapshot = snapshot,
        Conditions = [],
        SubmittedAt = People.Now.At,
    };
}
