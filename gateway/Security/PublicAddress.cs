using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Disclosure.Gateway.Security;

/// <summary>The site's address where no request says by which of its names it is asked, as in an e-mail.</summary>
/// <remarks>The first of <c>Site:Addresses</c>; without the setting only this machine knows the site, by the port it listens on.</remarks>
internal sealed class PublicAddress(SiteAddresses sites, IServer server)
{
    public Uri Value => sites.First ?? OwnAddress();

    private Uri OwnAddress()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The server listens nowhere yet.");
        // "*" and "[::]" name no host that a link could lead to.
        var port = BindingAddress.Parse(listening).Port;
        return new UriBuilder(Uri.UriSchemeHttp, "localhost", port).Uri;
    }
}
