using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// The buffers of a network (running statistics of batch norms) as they were before a step, so that a step that fails leaves none of its
/// numbers in them. Taken as one tensor for each type: a copy costs two launches, however many layers there are.
/// </summary>
internal sealed class BufferSnapshot
{
    private readonly IReadOnlyList<Tensor>[] _groups;

    public BufferSnapshot(nn.Module network) =>
        _groups = [.. network.named_buffers(include_nonpersistent: false).Select(entry => entry.buffer)
            .GroupBy(buffer => buffer.dtype).Select(group => group.ToArray())];

    /// <summary>The contents now; the tensors belong to the caller's scope.</summary>
    public Tensor[] Take()
    {
        using var frozen = no_grad();
        return [.. _groups.Select(group => cat(group.Select(buffer => buffer.reshape(-1)).ToArray()))];
    }

    /// <summary>Puts back what <see cref="Take"/> gave.</summary>
    public void Restore(Tensor[] contents)
    {
        using var frozen = no_grad();
        for (var index = 0; index < _groups.Length; index++)
        {
            var offset = 0L;
            foreach (var buffer in _groups[index])
            {
                var length = buffer.NumberOfElements;
                buffer.copy_(contents[index].narrow(0, offset, length).view(buffer.shape));
                offset += length;
            }
        }
    }
}
