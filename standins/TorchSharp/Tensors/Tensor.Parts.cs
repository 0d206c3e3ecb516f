namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor narrow(long dim, long start, long length) => Operators.narrow.Call(this, dim, start, length);

        public Tensor slice(long dim, long start, long finish, long step) => Operators.slice__Tensor.Call(this, dim, start, finish, step);

        public Tensor select(long dim, long index) => Operators.select__int.Call(this, dim, index);

        public Tensor[] unbind(long dimension = 0) => Operators.unbind__int.CallList(this, dimension);

        public Tensor[] split(long size, int dim = 0) => Operators.split__Tensor.CallList(this, size, dim);

        public Tensor[] split(params long[] sizes) => Operators.split_with_sizes.CallList(this, sizes);

        public Tensor[] split(long[] sizes, long dim = 0) => Operators.split_with_sizes.CallList(this, sizes, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Operators.split_with_sizes.CallList(this, sizes, dim);

        public Tensor[] tensor_split(long size, long dim = 0) => Operators.tensor_split__sections.CallList(this, size, dim);

        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Operators.tensor_split__indices.CallList(this, sizes, dim);

        public Tensor[] chunk(long chunks, long dim = 0) => Operators.chunk.CallList(this, chunks, dim);

        public Tensor unfold(long dimension, long size, long step) => Operators.unfold.Call(this, dimension, size, step);

        public Tensor diag(long diagonal = 0) => Operators.diag.Call(this, diagonal);

        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Operators.diagonal.Call(this, offset, dim1, dim2);

        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Operators.diag_embed.Call(this, offset, dim1, dim2);

        public Tensor tril(long diagonal = 0) => Operators.tril.Call(this, diagonal);

        public Tensor tril_(long diagonal = 0) => Operators.tril_.CallInPlace(this, diagonal);

        public Tensor triu(long diagonal = 0) => Operators.triu.Call(this, diagonal);

        public Tensor triu_(long diagonal = 0) => Operators.triu_.CallInPlace(this, diagonal);
    }
}
