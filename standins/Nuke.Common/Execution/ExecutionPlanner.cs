namespace Nuke.Common.Execution;

/// <summary>Decides which targets are scheduled, and in which order.</summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets, in the order of their declaration.</param>
    /// <param name="invokedNames">What the user asked for, or null: the default targets.</param>
    public static IReadOnlyList<ExecutableTarget> Plan(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<string>? invokedNames)
    {
        var wanted = invokedNames is null
            ? targets.Where(target => target.IsDefault).ToHashSet()
            : invokedNames.Select(name => Find(targets, name)).ToHashSet();
        foreach (var target in invokedNames is null ? [] : wanted)
        {
            target.IsInvoked = true;
        }

        IncludeDependenciesAndTriggers(wanted);
        var plan = Sort(targets).Where(wanted.Contains).ToList();
        plan.ForEach(target => target.Status = ExecutionStatus.Scheduled);
        return plan;
    }

    private static void IncludeDependenciesAndTriggers(HashSet<ExecutableTarget> wanted)
    {
        var pending = new Queue<ExecutableTarget>(wanted);
        while (pending.TryDequeue(out var target))
        {
            foreach (var needed in target.ExecutionDependencies.Concat(target.Triggers).Where(wanted.Add))
            {
                pending.Enqueue(needed);
            }
        }
    }

    /// <summary>
    /// From the last to the first: among the targets that nothing left depends on, the one declared first comes last, as in Nuke.
    /// </summary>
    private static Stack<ExecutableTarget> Sort(IReadOnlyList<ExecutableTarget> targets)
    {
        var left = targets.ToList();
        var sorted = new Stack<ExecutableTarget>();
        while (left.Count > 0)
        {
            var needed = left.SelectMany(target => target.AllDependencies).ToHashSet();
            var last = left.FirstOrDefault(target => !needed.Contains(target));
            if (last is null)
            {
                Assert.Fail($"Circular dependencies between targets: {string.Join(" -> ", FindCycle(left).Select(target => target.Name))}");
            }

            left.Remove(last);
            sorted.Push(last);
        }

        return sorted;
    }

    /// <summary>Every target in the list has a dependent in it: walking from dependent to dependent must come back to where it has been.</summary>
    private static List<ExecutableTarget> FindCycle(List<ExecutableTarget> targets)
    {
        var path = new List<ExecutableTarget> { targets[0] };
        while (true)
        {
            var dependent = targets.First(target => target.AllDependencies.Contains(path[^1]));
            var start = path.IndexOf(dependent);
            path.Add(dependent);
            if (start >= 0)
            {
                var cycle = path[start..];
                cycle.Reverse();
                return cycle;
            }
        }
    }

    private static ExecutableTarget Find(IReadOnlyList<ExecutableTarget> targets, string name)
    {
        var target = targets.SingleOrDefault(one => Parameter.SameName(one.Name, name));
        if (target is null)
        {
            var known = targets.Select(one => one.Name).Order(StringComparer.Ordinal).Select(one => $"  - {one}");
            Assert.Fail($"Target with name '{name}' does not exist. Available targets are:{System.Environment.NewLine}{string.Join(System.Environment.NewLine, known)}");
        }

        return target;
    }
}
