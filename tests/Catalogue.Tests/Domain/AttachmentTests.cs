using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Storing;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>附件 of the working content: who changes them, what is refused, and that they are part of what is approved.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public void Files_are_added_at_the_end_and_replaced_in_their_place()
    {
        var item = Sample.Item(ItemState.Draft);
        foreach (var name in (string[])["一.pdf", "二.pdf", "三.pdf"])
            Assert.Null(item.Attach(Sample.Author, File(name), null, Sample.Now).Failure);
        Assert.Null(item.Attach(Sample.Author, File("新二.pdf"), File("二.pdf").Digest, Sample.Now).Failure);
        Assert.Equal(["一.pdf", "二.pdf", "三.pdf"], item.Content.Attachments.Select(file => file.Name));
        Assert.Equal(File("新二.pdf").Digest, item.Content.Attachments[1].Digest);
        // Of another kind, it goes by its own name.
        var sheet = File("新三.xlsx") with { Type = AttachedType.Xlsx };
        Assert.Null(item.Attach(Sample.Author, sheet, File("三.pdf").Digest, Sample.Now).Failure);
        Assert.Equal("新三.xlsx", item.Content.Attachments[2].Name);
    }

    [Fact]
    public void A_file_may_be_replaced_by_one_of_the_same_name()
    {
        var item = With("一.pdf", "二.pdf");
        Assert.Null(item.Attach(Sample.Author, File("一.pdf", "新的内容"), File("一.pdf").Digest, Sample.Now).Failure);
        Assert.Equal([File("一.pdf", "新的内容").Digest, File("二.pdf").Digest], item.Content.Attachments.Select(file => file.Digest));
    }

    [Fact]
    public void The_same_file_is_attached_once()
    {
        var item = With("一.pdf");
        var same = File("一.pdf") with { Name = "另一个名称.pdf" };
        Assert.Equal("attachment-is-there", item.Attach(Sample.Author, same, null, Sample.Now).Failure?.Code);
        Assert.Single(item.Content.Attachments);
    }

    [Fact]
    public void Two_names_that_differ_in_case_alone_are_one()
    {
        var item = With("A.pdf");
        Assert.Equal("attachment-name-is-taken", item.Attach(Sample.Author, File("a.PDF"), null, Sample.Now).Failure?.Code);
    }

    [Fact]
    public void What_is_to_be_replaced_must_be_there()
        => Assert.Equal("attachment-not-found",
            With("一.pdf").Attach(Sample.Author, File("二.pdf"), File("三.pdf").Digest, Sample.Now).Failure?.Code);

    [Fact]
    public void Twenty_files_are_taken_and_no_more()
    {
        var item = With([.. Enumerable.Range(1, Attachment.MaxCount).Select(number => $"{number}.pdf")]);
        Assert.Equal("too-many-attachments", item.Attach(Sample.Author, File("又一个.pdf"), null, Sample.Now).Failure?.Code);
        Assert.Null(item.Attach(Sample.Author, File("又一个.pdf"), File("1.pdf").Digest, Sample.Now).Failure);
    }

    [Theory]
    [InlineData(ItemState.InReview, 0)]
    [InlineData(ItemState.Published, 1)]
    [InlineData(ItemState.Rejected, 0)]
    [InlineData(ItemState.Withdrawn, 1)]
    public void What_is_reviewed_or_ended_keeps_its_files(ItemState state, int revision)
    {
        var item = Sample.Item(state, revision, Sample.Content with { Attachments = [File("一.pdf")] });
        Assert.Equal("item-not-editable", item.Attach(Sample.Author, File("二.pdf"), null, Sample.Now).Failure?.Code);
        Assert.Equal("item-not-editable", item.Arrange(Sample.Author, [], Sample.Now).Failure?.Code);
        Assert.Equal("item-not-editable", item.Attach(Sample.Author, File("二.pdf"), File("三.pdf").Digest, Sample.Now).Failure?.Code);
        Assert.Single(item.Content.Attachments);
    }

    [Fact]
    public void Files_their_order_and_names_are_what_is_approved()
    {
        var content = Sample.Content with { Attachments = [File("一.pdf"), File("二.pdf")] };
        string[] digests =
        [
            content.Digest(), Sample.Content.Digest(), (content with { Attachments = [File("二.pdf"), File("一.pdf")] }).Digest(),
            (content with { Attachments = [File("一.pdf") with { Name = "改名.pdf" }, File("二.pdf")] }).Digest(),
            (content with { Attachments = [File("一.pdf", "别的内容"), File("二.pdf")] }).Digest(),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Whoever_changes_files_has_a_hand_in_the_content()
    {
        var item = With("一.pdf");
        item.Arrange(Sample.Author with { Subject = "colleague" }, [], Sample.Now);
        Assert.Equal(["author", "colleague"], item.Contributors);
    }

    [Fact]
    public void What_was_found_secret_is_found_by_its_files_too()
        => Assert.NotEqual((Sample.Content with { Attachments = [File("一.pdf")] }).TextDigest(),
            (Sample.Content with { Attachments = [File("一.pdf", "别的内容")] }).TextDigest());

    private static Item With(params string[] names)
        => Sample.Item(ItemState.Draft, content: Sample.Content with { Attachments = [.. names.Select(name => File(name))] });

    private static Attachment File(string name, string? content = null)
    {
        var digest = FileDigest.Of(System.Text.Encoding.UTF8.GetBytes(content ?? name)).Value;
        return new() { Name = name, Type = AttachedType.Pdf, Size = 1000, Digest = digest, Original = digest };
    }
}
