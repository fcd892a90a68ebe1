using System.Security.Cryptography;
using System.Text;
using Disclosure.Documents.Storing;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>Content as it is hashed and as reviewers correct it.</summary>
public sealed class ItemContentTests
{
    /// <summary>Whoever changes this form makes every approval that is under way one of other content: the items come back to their
    /// authors.</summary>
    [Fact]
    public void The_hashed_form_is_pinned()
    {
        var content = Sample.Content with
        {
            Ground = "g",
            DocumentNumber = "毕文〔2026〕1号",
            ProducedOn = new(2026, 1, 5),
            Keywords = ["文化"],
            Attachments = [new() { Name = "表.csv", Type = AttachedType.Csv, Size = 12, Digest = "d", Original = "o" }],
        };
        const string form = """
            {"title":"关于开放文化馆的通知","body":"各单位：\n\n文化馆开放。","category":"public-concern","documentNumber":"毕文〔2026〕1号",
            "issuingOrgan":null,"producedOn":"2026-01-05","attribute":"proactive","ground":"g","scope":"public","secrecy":"cleared",
            "channels":["portal"],"keywords":["文化"],"summary":null,"conditions":[],"interpretations":null,"interprets":null,
            "preDisclosureItem":null,"preDisclosureAddress":null,"preDisclosedFrom":null,"preDisclosedTo":null,
            "attachments":[{"name":"表.csv","type":"csv","size":12,"digest":"d","original":"o"}]}
            """;
        var bytes = Encoding.UTF8.GetBytes(form.ReplaceLineEndings(""));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), content.Digest());
    }

    [Theory]
    [InlineData("scope", "internal")]
    [InlineData("attribute", "withheld")]
    [InlineData("attribute", "on-request")]
    [InlineData("category", "licences")]
    public void A_correction_changes_its_field_and_the_digest(string field, string value)
    {
        var corrected = Sample.Content.With(new ReviewerChange(field, value));
        Assert.NotEqual(Sample.Content.Digest(), corrected.Digest());
        Assert.Equal(value, field switch
        {
            "scope" => Codes.Of(corrected.Scope),
            "attribute" => Codes.Of(corrected.Attribute),
            _ => corrected.Category,
        });
    }

    [Theory]
    [InlineData("scope", "Internal")]
    [InlineData("attribute", "none")]
    [InlineData("secrecy", "cleared")]
    [InlineData("secrecy", "classified")]
    [InlineData("title", "另一个")]
    public void A_correction_that_content_does_not_have_is_an_error_and_never_guessed(string field, string value)
        => Assert.Throws<InvalidOperationException>(() => Sample.Content.With(new ReviewerChange(field, value)));

    [Fact]
    public void Undetermined_secrecy_is_lifted_by_the_determination_alone()
        => Assert.Equal(Secrecy.Cleared,
            (Sample.Content with { Secrecy = Secrecy.Undetermined }).With(ReviewerChange.SecrecyCleared).Secrecy);
}
