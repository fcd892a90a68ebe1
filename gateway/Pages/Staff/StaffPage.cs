using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Clients.Review;
using Disclosure.Gateway.Failures;
using Disclosure.Gateway.Work;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Gateway.Pages.Staff;

/// <summary>A page of the workbench: for the signed-in person, in the person's own authority.</summary>
public abstract class StaffPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    private RulePacks Packs { get; set; } = null!;

    [Inject]
    internal StaffCatalogue Catalogue { get; set; } = null!;

    [Inject]
    internal StaffReview Review { get; set; } = null!;

    [Inject]
    internal PersonalWork Work { get; set; } = null!;

    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    /// <summary>Leads to the next page.</summary>
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The person; null for an account without authority or unit, which has no work here.</summary>
    protected StaffMember? Staff { get; private set; }

    /// <summary>The person with all powers of today; only where <see cref="Pack"/> is there.</summary>
    protected Person Who { get; private set; } = null!;

    /// <summary>Rules of the person's authority; null where the person has no work here.</summary>
    protected RulePack? Pack { get; private set; }

    /// <summary>What a service refused: shown by this page, or by the one that stands in its place where nothing was found.</summary>
    protected ServiceProblem? Problem
    {
        get;
        set
        {
            field = value;
            Http.Items[typeof(ServiceProblem)] = value;
        }
    }

    /// <summary>What was done before this page was opened.</summary>
    [SupplyParameterFromQuery]
    protected string? Done { get; set; }

    /// <summary>Key of a form that makes something new: it stands in the address, so that the way back leads to the same form.</summary>
    [SupplyParameterFromQuery(Name = "form")]
    protected string? FormKey { get; set; }

    /// <summary>Key under which the form is sent, also once it was refused: what it made, it makes once.</summary>
    protected string Key => IsRepetition ? Guid.CreateVersion7().ToString()
        : Http.Request.HasFormContentType ? Http.Request.Form["key"].ToString() : FormKey ?? Guid.CreateVersion7().ToString();

    /// <summary>Leads to the address of a new form, unless this is one.</summary>
    /// <returns>Whether it leads there.</returns>
    protected bool LeadsToNewForm()
    {
        if (!HttpMethods.IsGet(Http.Request.Method) || Guid.TryParse(FormKey, out _)) return false;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("form", Guid.CreateVersion7().ToString()));
        return true;
    }

    /// <summary>Whether the form has made its draft already.</summary>
    protected bool IsRepetition => Problem?.Code == CommandFailures.KeyReused.Code;

    /// <summary>Address of the list where what the person drafted is found.</summary>
    protected const string OwnDrafts = "/staff/items?mine=true";

    /// <summary>Says of a form that was met again by the way back, and changed, that it has made its draft already.</summary>
    /// <param name="button">What to press for another one all the same.</param>
    protected void ExplainRepetition(string button)
    {
        if (Problem is { } refused && IsRepetition)
            Problem = refused with
            {
                Title = "这张表已经保存过一份草稿",
                Detail = $"本页后来的修改没有保存。要修改那份草稿，请从您起草的信息中打开；确要另存一份，请再按一次“{button}”。",
            };
    }

    /// <summary>Name of the form that was posted; null where none was.</summary>
    protected string? PostedForm => Http.Request.HasFormContentType ? Http.Request.Form["_handler"].ToString() : null;

    /// <summary>The refusal, to be shown at the fields of the form that was posted and of none of the others.</summary>
    /// <param name="form">Name of a form.</param>
    /// <returns>The refusal, or null.</returns>
    protected ServiceProblem? ProblemOf(string form) => PostedForm == form ? Problem : null;

    /// <summary>Refuses a form before any service is asked.</summary>
    /// <param name="title">What is wrong.</param>
    /// <param name="detail">What to do.</param>
    /// <param name="fields">Messages by field.</param>
    protected void Refuse(string title, string detail, params IReadOnlyList<(string Field, string Message)> fields)
    {
        Problem = new ServiceProblem(StatusCodes.Status422UnprocessableEntity, title, detail,
            fields.GroupBy(field => field.Field).ToDictionary(field => field.Key,
                field => (IReadOnlyList<string>)[.. field.Select(one => one.Message)]));
        Http.Response.StatusCode = Problem.Status;
    }

    /// <summary>Ends when the person goes away.</summary>
    protected CancellationToken Cancellation => Http.RequestAborted;

    /// <summary>Whether the person drafts items.</summary>
    protected bool Drafts => Pack is not null && !Who.IsKeptApart && RoleSets.Drafting.Any(Who.Holds);

    /// <summary>Authority code of the person.</summary>
    protected string Authority => Staff!.Authority;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Staff = Http.User.Staff();
        if (Staff is null || !Packs.TryGet(Staff.Authority, out var pack))
        {
            Forbid("账号未分配机关和单位", "请联系系统管理员，为您的账号设置所属机关和单位后重新登录。");
        }
        else if ((Who = await Current.OfAsync(Staff, Cancellation)).HasLeft)
        {
            Forbid(PeopleFailures.HasLeft.Title, $"{PeopleFailures.HasLeft.Detail}如有疑问，请联系本机关安全管理员。");
        }
        else
        {
            // Only now: the page is drawn while it waits, and asks who the person is.
            Pack = pack;
            // A form that was posted replaces what is shown; it is read by its own handler.
            await LoadAsync();
            // Whoever only opens a page has nothing to handle there.
            if (Problem is { } closed && closed.Code == StaffAuthentication.RoleIsMissing.Code && HttpMethods.IsGet(Http.Request.Method))
                Problem = closed with { Title = "无权查看", Detail = "您的角色不能查看这个页面。" };
        }

        // A page without its subject has no forms; whoever sent one is told why, and keeps what it held.
        if (Problem is { } refused && !MayGoOn && HttpMethods.IsPost(Http.Request.Method)) throw new PageRefusedException(refused);
    }

    /// <summary>Whether a form that was posted can be taken although something could not be read.</summary>
    protected virtual bool MayGoOn => Pack is not null
        && Problem is not { Status: StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound };

    private void Forbid(string title, string? detail)
    {
        Http.Response.StatusCode = StatusCodes.Status403Forbidden;
        Problem = new ServiceProblem(StatusCodes.Status403Forbidden, title, detail);
    }

    /// <summary>Reads what the page shows.</summary>
    /// <returns>A task that ends when it is read.</returns>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>The value of an answer; a problem becomes the page's problem and status.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="answer">The answer.</param>
    /// <returns>The value, or null.</returns>
    protected T? Unwrap<T>(Answer<T> answer) where T : class
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Problem is null) return answer.Value;
        Problem = answer.Problem;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = answer.Problem.Status;
        return null;
    }

    /// <summary>The value of an answer that the page can do without: null where it is refused, and where the service is away.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="asking">The question.</param>
    /// <returns>The value, or null.</returns>
    protected static async Task<T?> IfThereAsync<T>(Task<Answer<T>> asking) where T : class
    {
        ArgumentNullException.ThrowIfNull(asking);
        try
        {
            return (await asking).Value;
        }
        catch (Exception failure) when (BackendFailures.IsOutage(failure))
        {
            return null;
        }
    }

    /// <summary>
    /// An identifier of the address. Query parameters are taken as text: the framework answers one of another type that it cannot read
    /// with an error of the server.
    /// </summary>
    /// <param name="text">The parameter.</param>
    /// <param name="id">The identifier; null without the parameter, or with a problem.</param>
    /// <returns>False when it is there and is none; the page's problem says so.</returns>
    protected bool TryId(string? text, out Guid? id)
    {
        id = Guid.TryParse(text, out var read) ? read : null;
        if (id is not null || string.IsNullOrEmpty(text)) return true;
        Unwrap(new Answer<object>(null, new ServiceProblem(StatusCodes.Status404NotFound, "没有找到", "网址中的编号有误，请从页面上的链接进入。")));
        return false;
    }

    /// <summary>Name of a unit.</summary>
    /// <param name="code">Unit code.</param>
    /// <returns>The name, or the code where the rules know none.</returns>
    protected string UnitName(string code) => Pack?.Unit(code)?.Name ?? code;
}
