namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Operators.view.Call(this, shape);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape) => Operators.reshape.Call(this, shape);

        public Tensor permute(params long[] permutation) => Operators.permute.Call(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Operators.transpose__int.Call(this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1) => Operators.transpose_.CallInPlace(this, dim0, dim1);

        public Tensor t() => Operators.t.Call(this);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor movedim(long[] source, long[] destination) => Operators.movedim__intlist.Call(this, source, destination);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operators.flatten__using_ints.Call(this, start_dim, end_dim);

        public Tensor ravel() => Operators.ravel.Call(this);

        public Tensor unflatten(long dim, params long[] sizes) => reshape([.. shape[..Wrap(dim)], .. sizes, .. shape[(Wrap(dim) + 1)..]]);

        public Tensor squeeze(long? dim = null) => dim is { } one ? Operators.squeeze__dim.Call(this, one) : Operators.squeeze.Call(this);

        public Tensor squeeze_(long? dim = null) =>
            dim is { } one ? Operators.squeeze___dim.CallInPlace(this, one) : Operators.squeeze_.CallInPlace(this);

        public Tensor unsqueeze(long dim) => Operators.unsqueeze.Call(this, dim);

        public Tensor unsqueeze_(long dim) => Operators.unsqueeze_.CallInPlace(this, dim);

        public Tensor expand(params long[] sizes) => Operators.expand.Call(this, sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Operators.expand.Call(this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Operators.expand.Call(this, sizes, isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Operators.expand.Call(this, sizes.Shape, isImplicit);

        public Tensor expand_as(Tensor other) => Operators.expand_as.Call(this, other);

        public Tensor broadcast_to(params long[] shape) => Operators.broadcast_to.Call(this, shape);

        public Tensor repeat(params long[] sizes) => Operators.repeat.Call(this, sizes);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Operators.repeat_interleave__self_int.Call(this, repeats, dim, output_size);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Operators.repeat_interleave__self_Tensor.Call(this, repeats, dim, output_size);

        public Tensor tile(long[] reps) => Operators.tile.Call(this, reps);

        public Tensor contiguous() => Operators.contiguous.Call(this);

        public Tensor flip(params long[] dims) => Operators.flip.Call(this, dims);

        public Tensor fliplr() => Operators.fliplr.Call(this);

        public Tensor flipud() => Operators.flipud.Call(this);

        public Tensor roll(long shifts, long? dims = null) =>
            Operators.roll.Call(this, new[] { shifts }, dims is { } one ? new[] { one } : Array.Empty<long>());

        public Tensor roll(long[] shifts) => Operators.roll.Call(this, shifts);

        public Tensor roll(long[] shifts, long[] dims) => Operators.roll.Call(this, shifts, dims);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Operators.as_strided.Call(this, size, strides, storageOffset);

        public Tensor atleast_1d() => Operators.atleast_1d.Call(this);

        public Tensor atleast_2d() => Operators.atleast_2d.Call(this);

        public Tensor atleast_3d() => Operators.atleast_3d.Call(this);

        public Tensor channel_shuffle(long groups) => Operators.channel_shuffle.Call(this, groups);

        private int Wrap(long dim) => (int)(dim < 0 ? dim + Dimensions : dim);
    }
}
