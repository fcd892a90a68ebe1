using System.Security.Claims;

namespace Disclosure.Gateway.SignIn;

/// <summary>Hears that somebody has signed in. Nobody's sign-in waits for it or fails by it.</summary>
internal interface ISignInObserver
{
    void SignedIn(ClaimsPrincipal person);
}
