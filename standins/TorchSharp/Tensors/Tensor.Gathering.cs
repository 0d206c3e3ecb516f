namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor index_select(long dim, Tensor index) => Operators.index_select.Call(this, dim, index);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operators.index_add.Call(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Operators.index_add_.CallInPlace(this, dim, index, source, alpha);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Operators.index_copy.Call(this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => Operators.index_copy_.CallInPlace(this, dim, index, source);

        public Tensor index_fill(long dim, Tensor index, Scalar value) => Operators.index_fill__int_Scalar.Call(this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Operators.index_fill___int_Scalar.CallInPlace(this, dim, index, value);

        public Tensor gather(long dim, Tensor index) => Operators.gather.Call(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Operators.scatter__src.Call(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => Operators.scatter___src.CallInPlace(this, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Operators.scatter_add.Call(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Operators.scatter_add_.CallInPlace(this, dim, index, src);

        public Tensor select_scatter(Tensor src, long dim, long index) => Operators.select_scatter.Call(this, src, dim, index);

        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Operators.slice_scatter.Call(this, src, dim, start, end, step);

        public Tensor masked_fill(Tensor mask, Scalar value) => Operators.masked_fill__Scalar.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => Operators.masked_fill___Scalar.CallInPlace(this, mask, value);

        public Tensor masked_scatter(Tensor mask, Tensor value) => Operators.masked_scatter.Call(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value) => Operators.masked_scatter_.CallInPlace(this, mask, value);

        public Tensor masked_select(Tensor mask) => Operators.masked_select.Call(this, mask);

        public Tensor take(Tensor index) => Operators.take.Call(this, index);

        public Tensor take_along_dim(Tensor indices) => Operators.take_along_dim.Call(this, indices);

        public Tensor take_along_dim(Tensor indices, long dim) => Operators.take_along_dim.Call(this, indices, dim);

        public Tensor nonzero() => Operators.nonzero.Call(this);

        public Tensor argwhere() => Operators.argwhere.Call(this);

        public IList<Tensor> nonzero_as_list() => Operators.nonzero_numpy.CallList(this);

        public Tensor where(Tensor condition, Tensor y) => Operators.where__self.Call(condition, this, y);
    }
}
