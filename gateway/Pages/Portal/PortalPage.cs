using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Disclosure.Rules.Packs;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Gateway.Pages.Portal;

/// <summary>A page of one authority's portal. Without such an authority, or without what it shows, it is 404.</summary>
public abstract class PortalPage : ComponentBase
{
    /// <summary>Authority code of the address.</summary>
    [Parameter]
    public string Authority { get; set; } = "";

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    private RulePacks Packs { get; set; } = null!;

    [Inject]
    internal PublicCatalogue Catalogue { get; set; } = null!;

    /// <summary>The authority's rule pack, or null when there is no such authority.</summary>
    protected RulePack? Pack { get; private set; }

    /// <summary>Whether the page shows the last good copy because its service is down.</summary>
    protected bool ShowsCopy => StaleIfErrorCache.IsStale(Http);

    /// <summary>Ends when the reader goes away.</summary>
    protected CancellationToken Cancellation => Http.RequestAborted;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Pack = Packs.TryGet(Authority, out var pack) ? pack : null;
        if (Pack is null || !await LoadAsync(Pack)) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    /// <summary>Reads what the page shows.</summary>
    /// <param name="pack">The authority.</param>
    /// <returns>False when there is nothing to show.</returns>
    protected abstract Task<bool> LoadAsync(RulePack pack);
}
