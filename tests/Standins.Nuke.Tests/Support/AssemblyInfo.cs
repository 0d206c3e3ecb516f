// A process runs one build at a time; so do these tests.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
