// Live-tensor counts, seeds and thread counts belong to the process: tests that look at them must be alone.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
