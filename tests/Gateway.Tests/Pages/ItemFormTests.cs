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
