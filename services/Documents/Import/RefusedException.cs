using Disclosure.Kernel;

namespace Disclosure.Documents.Import;

/// <summary>A file is beyond a bound that is met in the middle of it.</summary>
/// <param name="failure">Which, in words for the uploader.</param>
internal sealed class RefusedException(Failure failure) : Exception
{
    public Failure Failure => failure;
}
