namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Operators.sort__stable.CallPair(this, stable, dim, descending);

        public Tensor argsort(long dim = -1, bool descending = false) => Operators.argsort.Call(this, dim, descending);

        public Tensor msort() => Operators.msort.Call(this);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Operators.topk.CallPair(this, k, dim, largest, sorted);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Operators.kthvalue.CallPair(this, k, dim ?? -1, keepdim);

        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Operators.mode.CallPair(this, dim, keepdim);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            dim is { } along ? Kept(Operators.unique_dim.CallTriple(this, along, sorted, return_inverse, return_counts), return_inverse, return_counts) : Kept(Operators._unique2.CallTriple(this, sorted, return_inverse, return_counts), return_inverse, return_counts);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Kept(Operators.unique_consecutive.CallTriple(this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Operators.bucketize__Tensor.Call(this, boundaries, outInt32, right);

        // The operators return empty tensors for what was not asked for; the package returns null.
        private static (Tensor Output, Tensor? Inverse, Tensor? Counts) Kept((Tensor First, Tensor Second, Tensor Third) found, bool inverse, bool counts)
        {
            if (!inverse)
            {
                found.Second.Dispose();
            }

            if (!counts)
            {
                found.Third.Dispose();
            }

            return (found.First, inverse ? found.Second : null, counts ? found.Third : null);
        }
    }
}
