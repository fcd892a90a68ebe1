using System.Text.Json;

namespace Disclosure.Runner.Manifest;

/// <summary>Stage 1: text to typed model. Whatever the runner would not honour is refused, every reason at once.</summary>
internal static class ManifestParser
{
    public static AppManifest Parse(string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new ManifestException([$"The file is not JSON: {broken.Message}"]);
        }

        using (document)
        {
            var errors = new List<string>();
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ManifestException(["The file must hold a JSON object."]);
            var root = new JsonView(document.RootElement, "manifest", errors);
            root.Ignore("$schema");
            var resources = ReadResources(root, errors);
            root.Close();
            ManifestException.ThrowIfAny(errors);
            return new AppManifest(resources);
        }
    }

    private static List<Resource> ReadResources(JsonView root, List<string> errors)
    {
        var resources = new List<Resource>();
        foreach (var (name, json) in root.Members("resources"))
        {
            if (json.ValueKind != JsonValueKind.Object) errors.Add($"{name}: must be an object.");
            else if (resources.Any(r => r.Name == name)) errors.Add($"{name}: the name is used twice.");
            else if (ReadResource(name, new JsonView(json, name, errors), errors) is { } resource) resources.Add(resource);
        }

        if (resources.Count == 0 && errors.Count == 0) errors.Add("manifest: 'resources' is missing or empty.");
        return resources;
    }

    private static Resource? ReadResource(string name, JsonView json, List<string> errors)
    {
        var type = json.Text("type");
        Resource? resource = type switch
        {
            "container.v0" => ReadContainer(name, json, errors),
            "project.v0" => new ProjectResource(name, json.Text("path"), json.Texts("env"), json.TextItems("args"), ReadBindings(name, json, errors)),
            "value.v0" => new ValueResource(name, json.Text("connectionString")),
            "parameter.v0" => new ParameterResource(name, json.Text("value"), ReadInputs(name, json, errors)),
            "annotated.string" => ReadAnnotatedString(name, json, errors),
            _ => null,
        };
        if (resource is not null) json.Close();
        else if (type.Length > 0) errors.Add($"{name}: the resource type '{type}' is unknown; the runner knows container.v0, project.v0, value.v0, parameter.v0 and annotated.string.");
        return resource;
    }

    private static ContainerResource ReadContainer(string name, JsonView json, List<string> errors)
    {
        // Volumes name container paths; the machine's own servers keep their data where the runner says.
        json.Ignore("volumes");
        var mounts = new List<BindMount>();
        foreach (var item in json.Items("bindMounts"))
        {
            var mount = new JsonView(item, $"{name}.bindMounts", errors);
            mount.Ignore("readOnly");
            mounts.Add(new BindMount(mount.Text("source"), mount.Text("target")));
            mount.Close();
        }

        return new ContainerResource(name, json.Text("image"), json.OptionalText("connectionString"), json.Texts("env"), json.TextItems("args"),
            ReadBindings(name, json, errors), mounts);
    }

    private static Dictionary<string, Binding> ReadBindings(string name, JsonView json, List<string> errors)
    {
        var bindings = new Dictionary<string, Binding>(StringComparer.Ordinal);
        foreach (var (key, value) in json.Members("bindings"))
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                errors.Add($"{name}.bindings.{key}: must be an object.");
                continue;
            }

            var binding = new JsonView(value, $"{name}.bindings.{key}", errors);
            binding.Ignore("protocol");
            binding.Ignore("transport");
            bindings[key] = new Binding(binding.Text("scheme"), binding.Number("port"), binding.Number("targetPort"), binding.Flag("external"));
            binding.Close();
        }

        return bindings;
    }

    private static Dictionary<string, ParameterInput> ReadInputs(string name, JsonView json, List<string> errors)
    {
        var inputs = new Dictionary<string, ParameterInput>(StringComparer.Ordinal);
        foreach (var (key, value) in json.Members("inputs"))
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                errors.Add($"{name}.inputs.{key}: must be an object.");
                continue;
            }

            var input = new JsonView(value, $"{name}.inputs.{key}", errors);
            input.Ignore("type");
            var standard = input.Object("default");
            inputs[key] = new ParameterInput(input.Flag("secret"), standard?.OptionalText("value"), ReadGenerate(standard?.Object("generate")));
            standard?.Close();
            input.Close();
        }

        return inputs;
    }

    private static GenerateRule? ReadGenerate(JsonView? json)
    {
        if (json is null) return null;
        var rule = new GenerateRule(json.Number("minLength") ?? 22, json.Flag("lower", true), json.Flag("upper", true), json.Flag("numeric", true),
            json.Flag("special", true), json.Number("minLower") ?? 0, json.Number("minUpper") ?? 0, json.Number("minNumeric") ?? 0, json.Number("minSpecial") ?? 0);
        json.Close();
        return rule;
    }

    private static AnnotatedStringResource ReadAnnotatedString(string name, JsonView json, List<string> errors)
    {
        var resource = new AnnotatedStringResource(name, json.Text("value"), json.Text("filter"));
        if (resource.Filter is not ("uri" or "")) errors.Add($"{name}: the filter '{resource.Filter}' is unknown; the runner knows uri.");
        return resource;
    }
}
