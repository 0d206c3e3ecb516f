using Lat.Core;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>
/// A student and its teacher as one network, so that checkpoints hold both: `student…` and `teacher…`. The teacher has no gradient; it is
/// the student's moving average, running statistics of batch norms included.
/// </summary>
internal sealed class StudentTeacherNetwork : nn.Module
{
    private readonly IReadOnlyList<(string Name, Tensor Tensor)> _student, _teacher;

    /// <param name="student">Trained; the caller's.</param>
    /// <param name="teacher">Of the same architecture, on the same device; the caller's.</param>
    public StudentTeacherNetwork(FasterRcnn student, FasterRcnn teacher) : base(nameof(StudentTeacherNetwork))
    {
        (Student, Teacher) = (student, teacher);
        register_module("student", student);
        register_module("teacher", teacher);
        foreach (var parameter in teacher.parameters())
        {
            parameter.requires_grad = false;
        }

        (_student, _teacher) = (NetworkState.Of(student), NetworkState.Of(teacher));
    }

    public FasterRcnn Student { get; }

    public FasterRcnn Teacher { get; }

    /// <summary>teacher = decay * teacher + (1 - decay) * student; counters are copied. With decay 0 the teacher is the student.</summary>
    public void UpdateTeacher(double decay)
    {
        using var frozen = no_grad();
        for (var index = 0; index < _teacher.Count; index++)
        {
            var (student, teacher) = (_student[index].Tensor, _teacher[index].Tensor);
            if (decay == 0 || !teacher.is_floating_point())
            {
                teacher.copy_(student);
            }
            else
            {
                teacher.mul_(decay).add_(student, 1 - decay);
            }
        }
    }

    /// <summary>Gives the student the teacher's weights.</summary>
    public void CopyTeacherToStudent()
    {
        using var frozen = no_grad();
        for (var index = 0; index < _teacher.Count; index++)
        {
            _student[index].Tensor.copy_(_teacher[index].Tensor);
        }
    }
}
