namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation whose gradient is written by hand.</summary>
        public abstract class Function<T> where T : Function<T>, new()
        {
            /// <summary>The name that error messages show.</summary>
            public abstract string Name { get; }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);

            internal abstract List<Tensor> Backward(AutogradContext context, List<Tensor> gradients);

            /// <summary>Runs the forward half and records the backward half where an input requires a gradient.</summary>
            protected static List<Tensor> apply_internal(params object[] vars)
            {
                var function = new T();
                var context = new AutogradContext();
                List<Tensor> outputs;
                using (no_grad())
                {
                    outputs = function.Forward(context, vars);
                }

                Tensor[] inputs = [.. vars.OfType<Tensor>()];
                for (var i = 0; i < outputs.Count; i++)
                {
                    // Two handles of one tensor cannot have different histories.
                    if (inputs.Any(input => input.Handle == outputs[i].Handle))
                    {
                        outputs[i] = outputs[i].detach().clone();
                    }
                }

                FunctionNode.Record(function.Name, context, vars, inputs, outputs, function.Backward);
                context.Forwarded();
                return outputs;
            }
        }
    }
}
