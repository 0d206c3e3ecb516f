using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum, Nesterov's variant and weight decay added to the gradient.</summary>
public partial class SGD : OptimizerHelper, IMomentum
{
    /// <summary>One group.</summary>
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false) : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    /// <summary>Several groups; what a group leaves open is taken from the other arguments.</summary>
    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false,
        bool maximize = false)
    {
        if (lr < 0 || momentum < 0 || dampening < 0 || weight_decay < 0)
        {
            throw new ArgumentException("lr, momentum, dampening and weight_decay must not be negative.");
        }

        if (nesterov && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening.");
        }

        _defaults = new Options
        {
            LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov,
            maximize = maximize,
        };
        foreach (var group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>The momentum of the first group; setting sets it for all.</summary>
    public double Momentum
    {
        get => ((Options)_parameter_groups[0].Options).momentum!.Value;
        set
        {
            foreach (var group in _parameter_groups)
            {
                ((Options)group.Options).momentum = value;
            }
        }
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Update, closure);

    /// <inheritdoc/>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        var defaults = (Options)_defaults;
        var options = param_group.Options as Options ?? new Options();
        param_group.Options = options;
        options.LearningRate ??= defaults.LearningRate;
        options.momentum ??= defaults.momentum;
        options.dampening ??= defaults.dampening;
        options.weight_decay ??= defaults.weight_decay;
        options.nesterov ??= defaults.nesterov;
        options.maximize ??= defaults.maximize;
        base.add_param_group(param_group);
        foreach (var parameter in param_group.Parameters)
        {
            var state = new State(parameter);
            state.Initialize(options);
            _state[parameter.Handle] = state;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            DisposeStates();
        }
    }

    private void Update(ParamGroup group)
    {
        var options = group.Options;
        double momentum = options.momentum!.Value, decay = options.weight_decay!.Value, dampening = options.dampening!.Value;
        var rate = options.maximize!.Value ? -options.LearningRate!.Value : options.LearningRate!.Value;
        foreach (var parameter in group.Parameters)
        {
            using var gradient = parameter.grad;
            if (gradient is null)
            {
                continue;
            }

            var state = (State)_state[parameter.Handle];
            var change = gradient;
            if (decay != 0)
            {
                change = gradient.add(parameter, options.maximize.Value ? -decay : decay);
            }

            if (momentum != 0)
            {
                if (state.momentum_buffer is null)
                {
                    state.momentum_buffer = change.clone().DetachFromDisposeScope();
                }
                else
                {
                    state.momentum_buffer.mul_(momentum).add_(change, 1 - dampening);
                }

                change = options.nesterov!.Value ? change.add(state.momentum_buffer, momentum) : state.momentum_buffer;
            }

            parameter.add_(change, -rate);
            if (!ReferenceEquals(change, gradient) && !ReferenceEquals(change, state.momentum_buffer))
            {
                change.Dispose();
            }
        }
    }
}
