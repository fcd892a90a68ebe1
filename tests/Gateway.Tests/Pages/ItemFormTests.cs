using Disclosure.Gateway.Pages.Staff.Items;
using Disclosure.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Disclosure.Gateway.Tests.Pages;

/// <summary>What an editor posts, tampered with or not.</summary>
public sealed class ItemFormTests
{
    [Theory]
    [InlineData("attribute", "公开属性")]
    [InlineData("scope", "公开范围")]
    [InlineData("secrecy", "涉密情况")]
    public void A_value_that_is_no_choice_is_refused_by_the_name_of_its_field_and_never_becomes_the_plain_case(string field, string name)
    {
        foreach (var value in new[] { "none-of-these", "0", "Public", "public,internal", "" })
        {
            var problem = ItemForm.Of(Posted((field, value), ("title", "标题"))).Unreadable();
            Assert.Equal((422, $"没有这种{name}"), (problem?.Status, problem?.Title));
            Assert.Equal([$"没有这种{name}"], problem!.Of(field));
        }
    }

    [Fact]
    public void Which_words_of_an_address_are_meant_can_be_told_and_a_number_stays_covered()
    {
        var found = ItemForm.Of(Posted(("body", "联系人张三，电话13812345678，住址：毕节市七星关区阳光小区3栋2单元501室。")))
            .PersonalData().ToList();
        Assert.NotEmpty(found);
        Assert.All(found, find => Assert.Contains(find.Shown, char.IsLetterOrDigit));
        Assert.DoesNotContain(found, find => find.Shown.Contains("13812345678", StringComparison.Ordinal));
        Assert.Contains(found, find => find.Span.Kind == Disclosure.Rules.Scanning.SensitiveKind.Address
            && find.Shown.EndsWith('…') && find.Shown.Contains("七星关", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "空.txt", "文件是空的", "文件“空.txt”是空的")]
    [InlineData(0, "", "没有选择文件", "请选择文件")]
    public void An_empty_file_is_not_said_to_be_none(int length, string name, string title, string message)
    {
        var missing = Import.Missing(new FormFile(new MemoryStream(new byte[length]), 0, length, "file", name));
        Assert.Equal((title, ("file", message)), (missing!.Value.Title, Assert.Single(missing.Value.Fields)));
        Assert.Null(Import.Missing(new FormFile(new MemoryStream([1]), 0, 1, "file", "a.txt")));
    }

    [Fact]
    public void What_is_covered_in_a_body_leaves_its_table_and_its_marks()
    {
        var form = ItemForm.Of(Posted(("title", "标题"), ("body", "联系人<strong>张三</strong>，电话138<u>12345678</u>。\n\n"
            + "<table><tr><td>电话</td><td>13912345678</td></tr></table>")));
        var found = form.PersonalData().ToList();
        // The first is parted by its underline; the second stands in the third line of the box.
        Assert.Equal(["正文", "正文第 3 行"], found.Select(find => find.Place));
        var masked = form.Masked([.. found.Select(find => find.Key)]);
        Assert.Equal("联系人<strong>张三</strong>，电话138****5678。\n\n<table>\n<tr>\n<td>电话</td>\n<td>139****5678</td>\n</tr>\n</table>",
            masked.Body);
    }

    [Fact]
    public void A_body_that_cannot_be_read_is_searched_and_covered_as_it_was_typed()
    {
        var form = ItemForm.Of(Posted(("title", "标题"), ("body", "<div>电话13812345678</div>")));
        var masked = form.Masked([.. form.PersonalData().Select(find => find.Key)]);
        Assert.Equal("<div>电话138****5678</div>", masked.Body);
    }

    [Fact]
    public void What_was_typed_stays_in_a_form_that_is_refused()
        => Assert.Equal("标题", ItemForm.Of(Posted(("secrecy", "none-of-these"), ("title", "标题"))).Title);

    [Fact]
    public void A_form_without_the_fields_asks_for_the_plain_case()
    {
        var form = ItemForm.Of(Posted(("title", "标题")));
        Assert.Null(form.Unreadable());
        var request = form.ToRequest();
        Assert.Equal((DisclosureAttribute.Proactive, DisclosureScope.Public, Secrecy.Cleared),
            (request.Attribute, request.Scope, request.Secrecy));
    }

    [Fact]
    public void Every_choice_of_the_form_is_sent_as_chosen()
    {
        var request = ItemForm.Of(Posted(("attribute", "on-request"), ("scope", "internal"), ("secrecy", "undetermined"))).ToRequest();
        Assert.Equal((DisclosureAttribute.OnRequest, DisclosureScope.Internal, Secrecy.Undetermined),
            (request.Attribute, request.Scope, request.Secrecy));
    }

    private static FormCollection Posted(params (string Name, string Value)[] fields)
        => new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
