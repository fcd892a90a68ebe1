using Disclosure.Gateway.Clients;

namespace Disclosure.Gateway.Pages.Staff;

/// <summary>The control of a field: what a refusal leads to, and what says there what is wrong.</summary>
/// <param name="form">Name of the form, where a page has several with the same fields; else null.</param>
/// <param name="name">Name of the field, as services write it.</param>
/// <param name="problem">Refusal of this form, or null.</param>
public sealed class FieldControl(string? form, string name, ServiceProblem? problem)
{
    /// <summary>Id of the control that a message about the field leads to.</summary>
    public string Id => IdOf(form, name);

    /// <summary>Whether something is wrong with the field.</summary>
    public bool IsInvalid => problem?.Of(name).Any() == true;

    /// <summary>Id of the messages.</summary>
    public string ErrorId => $"{Id}-error";

    /// <summary>Id of what helps to fill the field.</summary>
    public string HintId => $"{Id}-hint";

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Messages => [.. problem?.Of(name) ?? []];

    /// <summary>The id of a field's control: the field's name, after that of its form where there are several.</summary>
    /// <param name="form">Name of the form, or null.</param>
    /// <param name="name">Name of the field.</param>
    /// <returns>The id.</returns>
    public static string IdOf(string? form, string name) => form is null ? name : $"{form}-{name}";

    /// <summary>Ids of hint and messages for <c>aria-describedby</c>.</summary>
    /// <param name="hint">Whether the field has a hint.</param>
    /// <param name="also">Id of what else tells of the field, or null.</param>
    /// <returns>Ids, or null.</returns>
    public string? Described(bool hint = false, string? also = null)
        => string.Join(' ', new[] { hint ? HintId : null, IsInvalid ? ErrorId : null, also }.OfType<string>()) is { Length: > 0 } ids
            ? ids : null;

    /// <summary>What ties a control to its field.</summary>
    /// <param name="hint">Whether the field has a hint.</param>
    /// <param name="required">Whether it must be filled.</param>
    /// <param name="input">Name by which the control is sent; by default the field's.</param>
    /// <param name="also">Id of what else tells of the field, or null.</param>
    /// <returns>Attributes.</returns>
    public IReadOnlyDictionary<string, object> Attributes(bool hint = false, bool required = false, string? input = null,
        string? also = null)
    {
        var attributes = new Dictionary<string, object> { ["id"] = Id, ["name"] = input ?? name };
        if (required) attributes["required"] = true;
        if (IsInvalid) attributes["aria-invalid"] = "true";
        if (Described(hint, also) is { } ids) attributes["aria-describedby"] = ids;
        return attributes;
    }

    /// <summary>What ties one of several check boxes or radio buttons to their field.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="leads">Whether a message about the field leads to it.</param>
    /// <param name="isAtFault">Whether the message is about this one too.</param>
    /// <returns>Attributes.</returns>
    public IReadOnlyDictionary<string, object> Option(string value, bool leads, bool isAtFault = true)
    {
        var attributes = new Dictionary<string, object> { ["id"] = OptionId(value, leads), ["name"] = name, ["value"] = value };
        if (!IsInvalid || !isAtFault) return attributes;
        attributes["aria-invalid"] = "true";
        attributes["aria-describedby"] = ErrorId;
        return attributes;
    }

    /// <summary>Id of one of several check boxes or radio buttons.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="leads">Whether a message about the field leads to it.</param>
    /// <returns>The id.</returns>
    public string OptionId(string value, bool leads) => leads ? Id : $"{Id}-{value}";
}
