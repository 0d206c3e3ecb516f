using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp;

/// <summary>The addresses of the native library's functions. Named as in lat_torch.cpp, without the prefix.</summary>
internal sealed unsafe class NativeTable
{
    private readonly delegate* unmanaged<byte*, byte*, nint*, int> _find;
    private readonly delegate* unmanaged<nint, NativeValue*, int, NativeValue*, int, int> _call;

    // These take nanoseconds and never block, so they skip the garbage collector's transition.
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, int> Dim;
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, long> Numel;
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, int> Dtype;
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, long> Device;
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, long*, void> Sizes;
    internal readonly delegate* unmanaged[SuppressGCTransition]<int> GradEnabled;
    internal readonly delegate* unmanaged[SuppressGCTransition]<int, void> SetGradEnabled;
    internal readonly delegate* unmanaged[SuppressGCTransition]<nint, int> RequiresGrad;

    internal readonly delegate* unmanaged<byte*> Error;
    internal readonly delegate* unmanaged<byte*> Version;
    internal readonly delegate* unmanaged<long*, void> Free;
    internal readonly delegate* unmanaged<nint, void> Release;
    internal readonly delegate* unmanaged<nint, nint> Share;
    internal readonly delegate* unmanaged<nint, long*, int> Strides;
    internal readonly delegate* unmanaged<nint, long*, int> StorageOffset;
    internal readonly delegate* unmanaged<nint, int*, int> IsContiguous;
    internal readonly delegate* unmanaged<nint, int> IsSparse;
    internal readonly delegate* unmanaged<nint, void**, int> Data;
    internal readonly delegate* unmanaged<nint, NativeValue*, int> Item;
    internal readonly delegate* unmanaged<void*, long*, int, int, long, nint*, int> FromData;
    internal readonly delegate* unmanaged<nint, int, int> SetRequiresGrad;
    internal readonly delegate* unmanaged<nint, int> IsLeaf;
    internal readonly delegate* unmanaged<nint, int> RetainGrad;
    internal readonly delegate* unmanaged<nint, nint*, int> Grad;
    internal readonly delegate* unmanaged<nint, nint, int> SetGrad;
    internal readonly delegate* unmanaged<nint, nint, int> SetData;
    internal readonly delegate* unmanaged<nint*, int, nint*, int, int, int, nint*, int, int> Backward;
    internal readonly delegate* unmanaged<nint*, int, nint*, int, nint*, int, int, int, int, nint*, int> Gradients;
    internal readonly delegate* unmanaged<int> InferenceEnabled;
    internal readonly delegate* unmanaged<int, nint> EnterInference;
    internal readonly delegate* unmanaged<nint, void> LeaveInference;
    internal readonly delegate* unmanaged<byte*, nint*, int, nint*, int, nint*, int, byte*, nint, nint, nint, nint*, int> Record;
    internal readonly delegate* unmanaged<nint, nint*, int> Saved;
    internal readonly delegate* unmanaged<long, int> ManualSeed;
    internal readonly delegate* unmanaged<long, long, int, nint*, int> Generator;
    internal readonly delegate* unmanaged<nint, void> GeneratorRelease;
    internal readonly delegate* unmanaged<nint, long*, int, int> GeneratorSeed;
    internal readonly delegate* unmanaged<nint, nint*, int> GeneratorState;
    internal readonly delegate* unmanaged<nint, nint, int> GeneratorSetState;
    internal readonly delegate* unmanaged<int, int> GetThreads;
    internal readonly delegate* unmanaged<int, int, int> SetThreads;
    internal readonly delegate* unmanaged<int, int, int> SetDeterministic;
    internal readonly delegate* unmanaged<int> Deterministic;
    internal readonly delegate* unmanaged<int*, int> CudaDevices;
    internal readonly delegate* unmanaged<int*, int> Cudnn;
    internal readonly delegate* unmanaged<long, int> CudaSynchronize;

    internal NativeTable(nint library)
    {
        nint Get(string name) => NativeLibrary.GetExport(library, "lat_" + name);

        _find = (delegate* unmanaged<byte*, byte*, nint*, int>)Get("find");
        _call = (delegate* unmanaged<nint, NativeValue*, int, NativeValue*, int, int>)Get("call");
        Dim = (delegate* unmanaged[SuppressGCTransition]<nint, int>)Get("dim");
        Numel = (delegate* unmanaged[SuppressGCTransition]<nint, long>)Get("numel");
        Dtype = (delegate* unmanaged[SuppressGCTransition]<nint, int>)Get("dtype");
        Device = (delegate* unmanaged[SuppressGCTransition]<nint, long>)Get("device");
        Sizes = (delegate* unmanaged[SuppressGCTransition]<nint, long*, void>)Get("sizes");
        GradEnabled = (delegate* unmanaged[SuppressGCTransition]<int>)Get("grad_enabled");
        SetGradEnabled = (delegate* unmanaged[SuppressGCTransition]<int, void>)Get("set_grad_enabled");
        RequiresGrad = (delegate* unmanaged[SuppressGCTransition]<nint, int>)Get("requires_grad");
        Error = (delegate* unmanaged<byte*>)Get("error");
        Version = (delegate* unmanaged<byte*>)Get("version");
        Free = (delegate* unmanaged<long*, void>)Get("free");
        Release = (delegate* unmanaged<nint, void>)Get("release");
        Share = (delegate* unmanaged<nint, nint>)Get("share");
        Strides = (delegate* unmanaged<nint, long*, int>)Get("strides");
        StorageOffset = (delegate* unmanaged<nint, long*, int>)Get("storage_offset");
        IsContiguous = (delegate* unmanaged<nint, int*, int>)Get("is_contiguous");
        IsSparse = (delegate* unmanaged<nint, int>)Get("is_sparse");
        Data = (delegate* unmanaged<nint, void**, int>)Get("data");
        Item = (delegate* unmanaged<nint, NativeValue*, int>)Get("item");
        FromData = (delegate* unmanaged<void*, long*, int, int, long, nint*, int>)Get("from_data");
        SetRequiresGrad = (delegate* unmanaged<nint, int, int>)Get("set_requires_grad");
        IsLeaf = (delegate* unmanaged<nint, int>)Get("is_leaf");
        RetainGrad = (delegate* unmanaged<nint, int>)Get("retain_grad");
        Grad = (delegate* unmanaged<nint, nint*, int>)Get("grad");
        SetGrad = (delegate* unmanaged<nint, nint, int>)Get("set_grad");
        SetData = (delegate* unmanaged<nint, nint, int>)Get("set_data");
        Backward = (delegate* unmanaged<nint*, int, nint*, int, int, int, nint*, int, int>)Get("backward");
        Gradients = (delegate* unmanaged<nint*, int, nint*, int, nint*, int, int, int, int, nint*, int>)Get("gradients");
        InferenceEnabled = (delegate* unmanaged<int>)Get("inference_enabled");
        EnterInference = (delegate* unmanaged<int, nint>)Get("enter_inference");
        LeaveInference = (delegate* unmanaged<nint, void>)Get("leave_inference");
        Record = (delegate* unmanaged<byte*, nint*, int, nint*, int, nint*, int, byte*, nint, nint, nint, nint*, int>)Get("record");
        Saved = (delegate* unmanaged<nint, nint*, int>)Get("saved");
        ManualSeed = (delegate* unmanaged<long, int>)Get("manual_seed");
        Generator = (delegate* unmanaged<long, long, int, nint*, int>)Get("generator");
        GeneratorRelease = (delegate* unmanaged<nint, void>)Get("generator_release");
        GeneratorSeed = (delegate* unmanaged<nint, long*, int, int>)Get("generator_seed");
        GeneratorState = (delegate* unmanaged<nint, nint*, int>)Get("generator_state");
        GeneratorSetState = (delegate* unmanaged<nint, nint, int>)Get("generator_set_state");
        GetThreads = (delegate* unmanaged<int, int>)Get("get_threads");
        SetThreads = (delegate* unmanaged<int, int, int>)Get("set_threads");
        SetDeterministic = (delegate* unmanaged<int, int, int>)Get("set_deterministic");
        Deterministic = (delegate* unmanaged<int>)Get("deterministic");
        CudaDevices = (delegate* unmanaged<int*, int>)Get("cuda_devices");
        Cudnn = (delegate* unmanaged<int*, int>)Get("cudnn");
        CudaSynchronize = (delegate* unmanaged<long, int>)Get("cuda_synchronize");
    }

    internal int Call(nint handle, NativeValue* arguments, int count, NativeValue* results, int capacity) =>
        _call(handle, arguments, count, results, capacity);

    internal int Find(string name, string overload, nint* found)
    {
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes(name + "\0"), overloadBytes = Encoding.UTF8.GetBytes(overload + "\0"))
        {
            return _find(nameBytes, overloadBytes, found);
        }
    }
}
