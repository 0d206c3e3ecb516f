// torch's random generator and its number of threads belong to the process: tests that seed it must not run beside others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
