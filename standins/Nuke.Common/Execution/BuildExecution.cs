using System.Linq.Expressions;
using Nuke.Common.CI;

namespace Nuke.Common.Execution;

/// <summary>Runs a build from its arguments to its exit code.</summary>
internal static class BuildExecution
{
    private const int ErrorExitCode = -1;

    public static int Execute<T>(IReadOnlyList<Expression<Func<T, Target>>> defaultTargets)
        where T : NukeBuild, new()
    {
        var invocation = Invocation.Current;
        var output = new BuildOutput(invocation.Output ?? Console.Out, invocation.UsesColors);
        T? build = null;
        IReadOnlyList<ExecutableTarget> plan = [];
        var finished = 0;
        try
        {
            build = new T();
            output.Follow(build);
            var targets = ExecutableTargetFactory.CreateAll(build, defaultTargets);
            ParameterInjection.Inject(build, invocation.Parameters);
            if (ConfigurationGeneration.WasRequested(build, targets))
            {
                return 0;
            }

            output.Verbosity = NukeBuild.Verbosity;
            build.OnBuildCreated();
            if (!build.NoLogo)
            {
                output.WriteLogo();
            }

            plan = ExecutionPlanner.Plan(targets, (string[]?)invocation.Parameters.Get(Parameter.Target, typeof(string[]), Parameter.TargetSeparator));
            build.ExecutionPlan = plan;
            if (build.Help || plan.Count == 0)
            {
                output.WriteLine(HelpText.Of(build.GetType(), targets));
                finished = 1;
                return 0;
            }

            if (build.Plan)
            {
                output.WriteLine(PlanText.Of(plan));
                finished = 1;
                return 0;
            }

            build.OnBuildInitialized();
            var executor = new BuildExecutor(build, plan, output);
            Console.CancelKeyPress += (_, _) => { executor.ExecuteAssured(); Finish(); };
            executor.Execute((string[]?)invocation.Parameters.Get(Parameter.Skip, typeof(string[]), Parameter.TargetSeparator));
            return build.ExitCode ??= HasFailed() ? ErrorExitCode : 0;
        }
        catch (Exception exception)
        {
            if (exception is not TargetExecutionException)
            {
                output.WriteError(exception.Message);
            }

            return build?.ExitCode ?? ErrorExitCode;
        }
        finally
        {
            Finish();
        }

        bool HasFailed() => plan.Any(target => target.Status is ExecutionStatus.Failed or ExecutionStatus.Aborted or ExecutionStatus.NotRun);

        void Finish()
        {
            if (plan.Count == 0 || Interlocked.Exchange(ref finished, 1) == 1)
            {
                return;
            }

            foreach (var target in plan)
            {
                target.Stopwatch.Stop();
                target.Status = target.Status switch
                {
                    ExecutionStatus.Running => ExecutionStatus.Aborted,
                    ExecutionStatus.Scheduled => ExecutionStatus.NotRun,
                    var status => status,
                };
            }

            output.WriteOutcome(plan, isSuccess: !HasFailed());
            build?.OnBuildFinished();
        }
    }
}
