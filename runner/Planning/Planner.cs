using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>The operator's side of a plan.</summary>
/// <param name="PublicPort">Port of the external binding.</param>
/// <param name="FreePorts">Gives that many ports nobody listens on.</param>
/// <param name="Parameter">Value of a parameter's input.</param>
/// <param name="Replacements">Existing servers to use.</param>
internal sealed record PlanInputs(int PublicPort, Func<int, IReadOnlyList<int>> FreePorts, Func<ParameterResource, string, string> Parameter, Replacements Replacements);

/// <summary>Stage 3: the evaluated manifest to steps. Pure; every objection at once.</summary>
internal static class Planner
{
    public static Plan Plan(AppManifest manifest, PlanInputs inputs)
    {
        ManifestException.ThrowIfAny([.. Objections(manifest, inputs.Replacements), .. ReferenceCheck.Errors(manifest)]);
        var endpoints = EndpointAllocation.Allocate(manifest, inputs.PublicPort, inputs.FreePorts, inputs.Replacements);
        var evaluator = new Evaluator(manifest, new EvaluationInputs(endpoints, inputs.Parameter, inputs.Replacements.ConnectionStrings));
        var dependencies = new Dependencies(manifest, inputs.Replacements);
        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        var wanted = new Stack<Resource>(manifest.Resources.OfType<ProjectResource>());
        while (wanted.TryPop(out var resource))
        {
            if (steps.ContainsKey(resource.Name)) continue;
            var step = StepOf(resource, evaluator, dependencies, endpoints, inputs.Replacements);
            steps.Add(step.Name, step);
            foreach (var name in step.After) wanted.Push(manifest.Find(name)!);
        }

        // What no project leads to is not started: a server whose databases were all replaced, for instance.
        return new Plan(StartOrder.Sort([.. manifest.Resources.Where(r => steps.ContainsKey(r.Name)).Select(r => steps[r.Name])]));
    }

    private static Step StepOf(Resource resource, Evaluator evaluator, Dependencies dependencies,
        Dictionary<(string, string), Endpoint> endpoints, Replacements replacements) => resource switch
        {
            ContainerResource container when Images.KindOf(container) is { } kind => new ServerStep(container.Name, dependencies.Before(container), kind,
                endpoints[(container.Name, Images.MainBinding(kind))], Evaluate(container, evaluator, replacements), container.BindMounts),
            ValueResource value => new DatabaseStep(value.Name, dependencies.Before(value), evaluator.Evaluate(value.ConnectionString)),
            ProjectResource project => new ProjectStep(project.Name, dependencies.Before(project), project.Path, Evaluate(project, evaluator, replacements),
                [.. project.Arguments.Select(evaluator.Evaluate)], project.RunsToCompletion ? null : endpoints[(project.Name, "http")], project.IsExternal),
            _ => throw new InvalidOperationException($"{resource.Name} has no step of its own."),
        };

    private static Dictionary<string, string> Evaluate(RunnableResource resource, Evaluator evaluator, Replacements replacements)
        => resource.Environment.Where(e => !replacements.Describes(e.Key)).ToDictionary(e => e.Key, e => replacements.Given(e.Key) ?? evaluator.Evaluate(e.Value), StringComparer.Ordinal);

    private static IEnumerable<string> Objections(AppManifest manifest, Replacements replacements)
    {
        foreach (var container in manifest.Resources.OfType<ContainerResource>().Where(c => !replacements.Has(c.Name)))
            if (Images.Problem(container) is { } problem) yield return problem;
        foreach (var project in manifest.Resources.OfType<ProjectResource>().Where(p => !p.RunsToCompletion))
        {
            if (!project.Bindings.ContainsKey("http")) yield return $"{project.Name}: without a binding named 'http' nobody can ask for its health.";
            foreach (var (name, binding) in project.Bindings.Where(b => b.Value.Scheme != "http"))
                yield return $"{project.Name}.bindings.{name}: the runner serves http, not '{binding.Scheme}'.";
        }

        var external = manifest.Resources.OfType<ProjectResource>().Where(p => p.IsExternal).Select(p => p.Name).ToList();
        if (external.Count > 1) yield return $"Only one resource can have the public port, but {string.Join(" and ", external)} are external.";
    }
}
