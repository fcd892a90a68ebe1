using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>Sorts steps behind what they need; the file's order decides where nothing else does.</summary>
internal static class StartOrder
{
    public static IReadOnlyList<Step> Sort(IReadOnlyList<Step> steps)
    {
        var sorted = new List<Step>();
        var waiting = steps.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.Where(s => s.After.All(a => sorted.Any(d => d.Name == a))).ToList();
            if (ready.Count == 0) throw new ManifestException([$"Each waits for another, so none can start: {string.Join(" → ", CircleIn(waiting))}."]);
            sorted.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }

        return sorted;
    }

    /// <summary>Walks from any waiting step to one it waits for until a step repeats.</summary>
    private static IEnumerable<string> CircleIn(List<Step> waiting)
    {
        var path = new List<string>();
        var at = waiting[0];
        while (!path.Contains(at.Name))
        {
            path.Add(at.Name);
            at = waiting.First(w => at.After.Contains(w.Name));
        }

        return path.SkipWhile(p => p != at.Name).Append(at.Name);
    }
}
