using Disclosure.Documents.Release;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Documents.Tests.Release;

/// <summary>What cannot be judged does not pass, and what blocks blocks whoever answers.</summary>
public sealed class ReleaseGateTests
{
    private const string Id = "110101199003070134";
    private const string Phone = "13800138000";
    private static readonly string Digest = new('a', 64);

    public static TheoryData<ReleaseKind, AudienceKind> All() => [.. from kind in Enum.GetValues<ReleaseKind>()
        from audience in Enum.GetValues<AudienceKind>() select new TheoryDataRow<ReleaseKind, AudienceKind>(kind, audience)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_has_a_name_a_level_and_advice(ReleaseKind kind, AudienceKind audience)
    {
        var level = kind.Level(audience);
        Assert.NotEmpty(kind.Name());
        Assert.All(Enum.GetValues<ReleaseLevel>(), at => Assert.EndsWith("。", kind.Advice(at), StringComparison.Ordinal));
        // Only staff read without a word of anybody.
        Assert.True(level != ReleaseLevel.Note || audience == AudienceKind.Internal);
    }

    [Theory]
    [InlineData(ReleaseKind.SecrecyMark, ReleaseLevel.Block, ReleaseLevel.Block, ReleaseLevel.Answer)]
    [InlineData(ReleaseKind.Unreadable, ReleaseLevel.Block, ReleaseLevel.Block, ReleaseLevel.Answer)]
    [InlineData(ReleaseKind.IdentityCard, ReleaseLevel.Block, ReleaseLevel.Block, ReleaseLevel.Note)]
    [InlineData(ReleaseKind.BankCard, ReleaseLevel.Block, ReleaseLevel.Block, ReleaseLevel.Note)]
    [InlineData(ReleaseKind.MobilePhone, ReleaseLevel.Answer, ReleaseLevel.Block, ReleaseLevel.Note)]
    [InlineData(ReleaseKind.Address, ReleaseLevel.Answer, ReleaseLevel.Block, ReleaseLevel.Note)]
    [InlineData(ReleaseKind.HandlingMark, ReleaseLevel.Answer, ReleaseLevel.Answer, ReleaseLevel.Note)]
    [InlineData(ReleaseKind.Picture, ReleaseLevel.Answer, ReleaseLevel.Answer, ReleaseLevel.Note)]
    public void Whom_it_goes_to_decides(ReleaseKind kind, ReleaseLevel open, ReleaseLevel applicant, ReleaseLevel staff)
    {
        Assert.Equal(open, kind.Level(AudienceKind.Public));
        Assert.Equal(applicant, kind.Level(AudienceKind.Applicant));
        Assert.Equal(staff, kind.Level(AudienceKind.Internal));
    }

    [Fact]
    public void What_is_no_kind_audience_or_level_throws_or_blocks()
    {
        Assert.ThrowsAny<Exception>(() => ((ReleaseKind)99).Level(AudienceKind.Internal));
        Assert.ThrowsAny<Exception>(() => ReleaseKind.Email.Level((AudienceKind)99));
        Assert.ThrowsAny<Exception>(() => Judge(new FileReading([], [new((FileTraitKind)99, "")])));
        Assert.Single(ReleaseGate.Obstacles([new("body", "正文", ReleaseKind.Email, (ReleaseLevel)99, 1, [])],
            [new ReleaseAnswer("body/email", 9, "理由", "某人")]));
        Assert.All(Enum.GetValues<FileTraitKind>(), kind => Assert.Equal(kind == FileTraitKind.Signature, ReleaseKinds.Of(kind) is null));
    }

    [Fact]
    public void Nothing_that_is_missing_passes()
    {
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(null!, Audience.Public));
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(new([], []), null!));
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(new(null!, []), Audience.Public));
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(new([new("body", "正文", null!)], []), Audience.Public));
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(new([], [new("abc", "a", new([], []))]), Audience.Public));
        Assert.ThrowsAny<Exception>(() => Judge(new FileReading(null!, [])));
        Assert.ThrowsAny<Exception>(() => ReleaseGate.Judge(new([], []), Audience.Applicant([null!])));
        Assert.Equal(ReleaseLevel.Block, Assert.Single(Judge(null)).Level);
    }

    [Fact]
    public void Finds_are_counted_listed_masked_and_ordered()
    {
        var text = string.Concat(Enumerable.Repeat($"电话 {Phone}\n", 30)) + $"身份证 {Id}";
        var findings = ReleaseGate.Judge(new([new("body", "正文", text)], []), Audience.Public);
        Assert.Equal([ReleaseKind.IdentityCard, ReleaseKind.MobilePhone], findings.Select(finding => finding.Kind));
        Assert.Equal(new ReleaseSpot("11*************134", "", 31), Assert.Single(findings[0].Spots));
        Assert.Equal((30, ReleaseFinding.MaxSpots), (findings[1].Count, findings[1].Spots.Count));
        Assert.Equal(("138****8000", "body/mobile-phone"), (findings[1].Spots[0].Words, findings[1].Key));
    }

    [Fact]
    public void A_files_name_and_the_places_in_it_leave_too_and_are_masked_where_they_are_told()
    {
        var findings = ReleaseGate.Judge(new([], [new(Digest, $"张三{Id}.docx", new([new($"工作表‘{Phone}’", Id)],
            [new(FileTraitKind.Hidden, $"工作表‘{Phone}’")]))]), Audience.Public);
        Assert.Equal(["文件名", "工作表‘138****8000’"], findings[0].Spots.Select(spot => spot.Where));
        Assert.Equal($"file-{Digest[..16]}/identity-card", findings[0].Key);
        Assert.All(findings, finding => Assert.DoesNotContain(Phone, finding + string.Concat(finding.Spots), StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.DoesNotContain(Id, finding + string.Concat(finding.Spots), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("机密★1年", true)]
    [InlineData("张三\t机密\t乙", true)]
    [InlineData("| 张三 | 秘密 | 乙 |", true)]
    [InlineData("正文\n正文\n绝密", true)]
    [InlineData("密级\t绝密\t机密\t秘密", false)]
    [InlineData("商业秘密的保护", false)]
    public void A_mark_is_found_in_each_line_and_cell(string text, bool isMarked) => Assert.Equal(isMarked, ReleaseGate.Judge(
        new([new("body", "正文", text)], []), Audience.Public).Any(finding => finding.Kind == ReleaseKind.SecrecyMark));

    [Fact]
    public void What_was_chosen_from_a_list_is_no_mark_and_may_be_personal()
    {
        var findings = ReleaseGate.Judge(new([new("attribute", "公开属性", $"不予公开\n{Phone}", IsChosen: true)], []), Audience.Public);
        Assert.Equal(ReleaseKind.MobilePhone, Assert.Single(findings).Kind);
    }

    [Theory]
    [InlineData("本人电话 138 0013 8000", Phone)]
    [InlineData("本人电话 １３８００１３８０００", Phone)]
    [InlineData("电话 +86 13800138000", "+8613800138000")]
    [InlineData("身份证 11010119900307 0134", Id)]
    [InlineData("邮箱 Zhang.San@Example.com", "zhang.san@example.COM")]
    [InlineData("住址：云岩区中华北路12号3栋2单元501室", "贵州省贵阳市云岩区 中华北路12号3栋2单元501室")]
    [InlineData("住址：贵州省贵阳市云岩区中华北路12号", "贵阳市云岩区中华北路12号")]
    public void An_applicant_reads_what_is_his_however_it_is_written(string text, string own)
    {
        Assert.NotEmpty(ReleaseGate.Judge(new([new("body", "正文", text)], []), Audience.Applicant([])));
        Assert.Empty(ReleaseGate.Judge(new([new("body", "正文", text)], []), Audience.Applicant([own])));
    }

    [Theory]
    [InlineData("电话 13900139000", Phone)]
    [InlineData("住址：云岩区中华北路12号5栋", "云岩区中华北路12号")]
    [InlineData("住址：云岩区中华北路12号", "12号")]
    [InlineData("邮箱 zhang.san@example.com", "san@example.com")]
    public void What_is_others_blocks(string text, string own)
        => Assert.Contains(ReleaseGate.Judge(new([new("body", "正文", text)], []), Audience.Applicant([own])),
            finding => finding.Level == ReleaseLevel.Block);

    [Theory]
    [InlineData(ReleaseLevel.Note, 1, "理由", "某人", false)]
    [InlineData(ReleaseLevel.Answer, 2, "理由", "某人", false)]
    [InlineData(ReleaseLevel.Answer, 3, "理由", "某人", false)]
    [InlineData(ReleaseLevel.Answer, 1, "理由", "某人", true)]
    [InlineData(ReleaseLevel.Answer, 2, " ", "某人", true)]
    [InlineData(ReleaseLevel.Answer, 2, "理由", "", true)]
    [InlineData(ReleaseLevel.Answer, 2, null, null, true)]
    [InlineData(ReleaseLevel.Block, 9, "理由", "某人", true)]
    public void An_answer_counts_for_as_many_finds_as_there_were(ReleaseLevel level, int count, string? reason, string? by, bool isObstacle)
        => Assert.Equal(isObstacle, ReleaseGate.Obstacles([new("body", "正文", ReleaseKind.Email, level, 2, [])],
            [new ReleaseAnswer("body/email", count, reason!, by!)]).Count == 1);

    [Fact]
    public void An_answer_of_another_place_or_kind_counts_for_nothing()
        => Assert.Single(ReleaseGate.Obstacles([new("body", "正文", ReleaseKind.Email, ReleaseLevel.Answer, 1, [])],
            [new("title/email", 1, "理由", "某人"), new("body/fixed-phone", 1, "理由", "某人")]));

    private static IReadOnlyList<ReleaseFinding> Judge(FileReading? reading)
        => ReleaseGate.Judge(new([], [new(Digest, "a.docx", reading)]), Audience.Public);
}
