"""torchvision's fasterrcnn_resnet50_fpn with its own numbers; TorchvisionResNet50.cs has the same."""
from torchvision.models.detection import FasterRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import resnet_fpn_backbone
from torchvision.ops.misc import FrozenBatchNorm2d


def resnet50(width, height):
    backbone = resnet_fpn_backbone(backbone_name="resnet50", weights=None, norm_layer=FrozenBatchNorm2d, trainable_layers=3)
    return FasterRCNN(
        backbone, num_classes=91, min_size=height, max_size=width, _skip_resize=True,
        rpn_anchor_generator=AnchorGenerator(((32,), (64,), (128,), (256,), (512,)), ((0.5, 1.0, 2.0),) * 5),
        rpn_pre_nms_top_n_train=2000, rpn_post_nms_top_n_train=2000, rpn_pre_nms_top_n_test=1000, rpn_post_nms_top_n_test=1000,
        rpn_batch_size_per_image=256, box_batch_size_per_image=512)


def tame(network):
    """A random residual network with scales of 1 doubles its variance in every block."""
    for name, buffer in network.named_buffers():
        if name.endswith("bn3.weight"):
            buffer.fill_(0.2)
    return network
