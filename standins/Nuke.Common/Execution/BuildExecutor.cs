namespace Nuke.Common.Execution;

/// <summary>Runs a plan from its first target to its last, skipping what its conditions or the user exclude.</summary>
internal sealed class BuildExecutor(NukeBuild build, IReadOnlyList<ExecutableTarget> plan, BuildOutput output)
{
    /// <param name="skippedNames">Null: skip nothing. Empty: skip everything that was not asked for by name.</param>
    public void Execute(IReadOnlyList<string>? skippedNames)
    {
        foreach (var target in plan.Where(target => skippedNames is { Count: 0 } || skippedNames?.Any(name => Parameter.SameName(name, target.Name)) == true))
        {
            Skip(target, "via parameter");
        }

        foreach (var target in plan)
        {
            SkipUnless(target, target.Definition.StaticConditions);
        }

        RequirementCheck.Assure(build, plan);
        try
        {
            foreach (var target in plan)
            {
                Execute(target, isAfterFailure: false);
            }
        }
        catch
        {
            ExecuteAssured();
            throw;
        }
    }

    /// <summary>Runs what must run even though the build is over.</summary>
    public void ExecuteAssured()
    {
        foreach (var target in plan.Where(target => target is { Definition.IsAssuredAfterFailure: true, Status: ExecutionStatus.Scheduled }))
        {
            Execute(target, isAfterFailure: true);
        }
    }

    private void Execute(ExecutableTarget target, bool isAfterFailure)
    {
        if (target.Status == ExecutionStatus.Skipped || SkipUnless(target, target.Definition.DynamicConditions))
        {
            target.Status = ExecutionStatus.Skipped;
            build.OnTargetSkipped(target.Name);
            return;
        }

        if (target.Definition.Actions.Count == 0)
        {
            target.Status = ExecutionStatus.Collective;
            return;
        }

        output.WriteTargetHeader(target.Name);
        target.Stopwatch.Start();
        target.Status = ExecutionStatus.Running;
        build.OnTargetRunning(target.Name);
        try
        {
            target.Definition.Actions.ForEach(action => action());
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Succeeded;
            build.OnTargetSucceeded(target.Name);
        }
        catch (Exception exception)
        {
            target.Stopwatch.Stop();
            target.Status = ExecutionStatus.Failed;
            target.Information ??= $"{exception.GetType().Name}: {exception.Message.Split('\n')[0].TrimEnd()}";
            output.WriteError($"Target {target.Name} has thrown an exception{System.Environment.NewLine}{exception}");
            build.OnTargetFailed(target.Name);
            if (!target.Definition.ProceedsAfterFailure && !isAfterFailure)
            {
                throw new TargetExecutionException(target.Name, exception);
            }
        }
    }

    private bool SkipUnless(ExecutableTarget target, List<(string Text, Func<bool> Holds)> conditions)
    {
        try
        {
            var violated = conditions.Where(condition => !condition.Holds()).Select(condition => condition.Text).ToList();
            if (violated.Count == 0)
            {
                return false;
            }

            target.Information = string.Join(" && ", violated.Select(text => text[(text.IndexOf("=>", StringComparison.Ordinal) is var arrow and >= 0 ? arrow + 2 : 0)..].Trim()));
            Skip(target, reason: null);
            target.Status = ExecutionStatus.Skipped;
            return true;
        }
        catch (Exception exception)
        {
            output.WriteError($"Invocation of condition for {target.Name} has thrown an exception{System.Environment.NewLine}{exception}");
            throw new TargetExecutionException(target.Name, exception);
        }
    }

    private void Skip(ExecutableTarget target, string? reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
        {
            return;
        }

        if (!target.IsInvoked)
        {
            target.Status = ExecutionStatus.Skipped;
            target.Information ??= reason;
        }

        if (target.Definition.DependencyBehavior == DependencyBehavior.Execute)
        {
            return;
        }

        bool IsNeededElsewhere(ExecutableTarget dependency) => plan.Any(other =>
            other != target && other.Status == ExecutionStatus.Scheduled
            && (other.ExecutionDependencies.Contains(dependency) || other.Triggers.Contains(dependency)));

        foreach (var dependency in target.ExecutionDependencies.Concat(target.Triggers).Where(one => !IsNeededElsewhere(one)).ToList())
        {
            Skip(dependency, $"because of {target.Name}");
        }
    }
}
