using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests.Journeys;

public sealed class DevelopmentIssuerJourney(DevelopmentIssuerUnderTest issuer, Browser browser) : TokenJourney(issuer, browser),
    IClassFixture<DevelopmentIssuerUnderTest>;
