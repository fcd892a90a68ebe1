using System.Security.Cryptography;
using Aspire.Hosting.Publishing;

namespace Disclosure.Hosting;

/// <summary>Secrets of a working tree: made up once and kept in it, so that two trees of one account do not share them.</summary>
public static class Secrets
{
    // Letters and digits alone stand unescaped in connection strings and addresses.
    private static readonly GenerateParameterDefault Rule = new() { MinLength = 22, Special = false };

    /// <summary>A secret that each deployment must bring along; where the model runs it is made up and kept.</summary>
    public static IResourceBuilder<ParameterResource> AddSecret(this IDistributedApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ExecutionContext.IsPublishMode ? builder.AddParameter(name, secret: true) : builder.AddGeneratedSecret(name);
    }

    /// <summary>A key of 256 bits, in Base64, that each deployment must bring along; where the model runs it is made up and kept.</summary>
    public static IResourceBuilder<ParameterResource> AddKey(this IDistributedApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ExecutionContext.IsPublishMode ? builder.AddParameter(name, secret: true)
            : builder.AddKept(name, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
    }

    /// <summary>A secret that only resources of the model exchange, so that a deployment may make it up as well.</summary>
    public static IResourceBuilder<ParameterResource> AddGeneratedSecret(this IDistributedApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddKept(name, Rule.GetDefaultValue);
    }

    private static IResourceBuilder<ParameterResource> AddKept(this IDistributedApplicationBuilder builder, string name, Func<string> make)
        => builder.AddParameter(name, new KeptSecret(name, Path.Combine(builder.LocalDirectory(), "secrets.json"), make), secret: true);

    private sealed class KeptSecret(string name, string file, Func<string> make) : ParameterDefault
    {
        private static readonly Lock Gate = new();

        public override string GetDefaultValue()
        {
            lock (Gate)
            {
                var kept = LocalFiles.ReadJson(file);
                if (kept.GetValueOrDefault(name) is { } known) return known;
                var made = kept[name] = make();
                LocalFiles.WriteJson(file, kept);
                return made;
            }
        }

        public override void WriteToManifest(ManifestPublishingContext context) => Rule.WriteToManifest(context);
    }
}
