// Generic, boxed access to libtorch's operators for the C# half, plus what is not an operator: autograd, memory,
// devices, random generators. Everything is caught here; the caller asks lat_error() for the message.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/DeviceGuard.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/version.h>

#include <cstring>
#include <mutex>
#include <string>
#include <vector>

#ifdef LAT_CUDA
namespace c10 {
namespace cuda {
void device_synchronize();  // declared here because its header needs CUDA's own headers
}
}
#endif

#define LAT_API extern "C" __attribute__((visibility("default")))

namespace {

using c10::IValue;

enum Tag : int32_t {
  kNone = 0, kTensor = 1, kInt = 2, kDouble = 3, kBool = 4, kIntList = 5, kDoubleList = 6, kTensorList = 7,
  kOptionalTensorList = 8, kDevice = 9, kString = 10, kGenerator = 11, kBoolList = 12
};

// One argument or result. `value` is the number's bits, a TensorImpl*, or a pointer to `count` elements.
struct Value {
  int32_t tag;
  int32_t count;
  int64_t value;
};

struct Operator {
  c10::OperatorHandle handle;
  std::vector<IValue> defaults;
  std::vector<bool> has_default;
  std::string name;
};

thread_local std::string last_error;

template <typename Body>
int32_t guarded(Body&& body) {
  try {
    body();
    return 0;
  } catch (const c10::Error& error) {
    last_error = error.what_without_backtrace();
  } catch (const std::exception& error) {
    last_error = error.what();
  } catch (...) {
    last_error = "an unknown native exception";
  }
  return -1;
}

at::Tensor borrow(int64_t handle) {
  auto* impl = reinterpret_cast<c10::TensorImpl*>(handle);
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(impl));
}

int64_t release(at::Tensor&& tensor) {
  if (!tensor.defined()) {
    return 0;
  }
  return reinterpret_cast<int64_t>(tensor.unsafeReleaseTensorImpl());
}

c10::Device device_of(int64_t packed) {
  return c10::Device(static_cast<c10::DeviceType>(packed & 0xff), static_cast<c10::DeviceIndex>(packed >> 8));
}

int64_t pack(c10::Device device) {
  return (static_cast<int64_t>(device.index()) << 8) | static_cast<uint8_t>(device.type());
}

double bits_to_double(int64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

int64_t double_to_bits(double value) {
  int64_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

template <typename T>
c10::List<T> list_of(const Value& value) {
  const auto* items = reinterpret_cast<const T*>(value.value);
  c10::List<T> list;
  list.reserve(value.count);
  for (int32_t i = 0; i < value.count; ++i) {
    list.push_back(items[i]);
  }
  return list;
}

IValue to_ivalue(const Value& value) {
  switch (value.tag) {
    case kNone: return IValue();
    case kTensor: return IValue(borrow(value.value));
    case kInt: return IValue(value.value);
    case kDouble: return IValue(bits_to_double(value.value));
    case kBool: return IValue(value.value != 0);
    case kIntList: return IValue(list_of<int64_t>(value));
    case kDoubleList: return IValue(list_of<double>(value));
    case kBoolList: return IValue(list_of<bool>(value));
    case kDevice: return IValue(device_of(value.value));
    case kString: return IValue(std::string(reinterpret_cast<const char*>(value.value), value.count));
    case kGenerator: return IValue(*reinterpret_cast<at::Generator*>(value.value));
    case kTensorList: {
      const auto* items = reinterpret_cast<const int64_t*>(value.value);
      c10::List<at::Tensor> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; ++i) {
        list.push_back(borrow(items[i]));
      }
      return IValue(std::move(list));
    }
    case kOptionalTensorList: {
      const auto* items = reinterpret_cast<const int64_t*>(value.value);
      // Untyped, because the name of the optional template changes between versions.
      c10::impl::GenericList list(c10::OptionalType::create(c10::TensorType::get()));
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; ++i) {
        list.push_back(items[i] == 0 ? IValue() : IValue(borrow(items[i])));
      }
      return IValue(std::move(list));
    }
    default: TORCH_CHECK(false, "argument tag ", value.tag, " is unknown");
  }
}

// Lists of results are copied into memory that lat_free releases.
template <typename List>
void tensors_out(Value& out, List&& list) {
  out.tag = kTensorList;
  out.count = static_cast<int32_t>(list.size());
  auto* items = new int64_t[list.size() + 1];
  for (size_t i = 0; i < list.size(); ++i) {
    items[i] = release(at::Tensor(list[i]));
  }
  out.value = reinterpret_cast<int64_t>(items);
}

void scalar_out(Value& out, const at::Scalar& scalar) {
  out.count = 0;
  if (scalar.isBoolean()) {
    out.tag = kBool;
    out.value = scalar.to<bool>();
  } else if (scalar.isFloatingPoint()) {
    out.tag = kDouble;
    out.value = double_to_bits(scalar.to<double>());
  } else if (scalar.isIntegral(false)) {
    out.tag = kInt;
    out.value = scalar.to<int64_t>();
  } else {
    TORCH_CHECK(false, "a complex scalar cannot be read here");
  }
}

void from_ivalue(IValue&& value, Value& out) {
  out.count = 0;
  if (value.isTensor()) {
    out.tag = kTensor;
    out.value = release(std::move(value).toTensor());
  } else if (value.isTensorList()) {
    tensors_out(out, value.toTensorVector());
  } else if (value.isNone()) {
    out.tag = kNone;
    out.value = 0;
  } else if (value.isBool() || value.isInt() || value.isDouble()) {
    scalar_out(out, value.toScalar());
  } else {
    TORCH_CHECK(false, "a result of kind ", value.tagKind(), " is not supported");
  }
}

std::vector<at::Tensor> borrow_all(const int64_t* handles, int32_t count) {
  std::vector<at::Tensor> tensors(count);
  for (int32_t i = 0; i < count; ++i) {
    if (handles[i] != 0) {
      tensors[i] = borrow(handles[i]);
    }
  }
  return tensors;
}

}  // namespace

LAT_API const char* lat_error() { return last_error.c_str(); }
LAT_API const char* lat_version() { return TORCH_VERSION; }
LAT_API void lat_free(int64_t* items) { delete[] items; }

// ---- operators ----

LAT_API int32_t lat_find(const char* name, const char* overload, void** out) {
  return guarded([&] {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!found.has_value()) {
      *out = nullptr;
      return;
    }
    auto* op = new Operator{*found, {}, {}, name};
    for (const auto& argument : found->schema().arguments()) {
      const auto& value = argument.default_value();
      op->defaults.push_back(value.has_value() ? *value : IValue());
      op->has_default.push_back(value.has_value());
    }
    *out = op;
  });
}

LAT_API int32_t lat_call(void* operator_, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  thread_local torch::jit::Stack stack;
  auto status = guarded([&] {
    auto& op = *static_cast<Operator*>(operator_);
    stack.clear();
    for (int32_t i = 0; i < count; ++i) {
      stack.push_back(to_ivalue(arguments[i]));
    }
    for (size_t i = count; i < op.defaults.size(); ++i) {
      TORCH_CHECK(op.has_default[i], op.name, ": argument ", i, " has no default");
      stack.push_back(op.defaults[i]);
    }
    op.handle.callBoxed(&stack);
    TORCH_CHECK(static_cast<int32_t>(stack.size()) <= capacity, op.name, ": ", stack.size(), " results");
    for (size_t i = 0; i < stack.size(); ++i) {
      from_ivalue(std::move(stack[i]), results[i]);
    }
  });
  auto produced = static_cast<int32_t>(stack.size());
  stack.clear();
  return status == 0 ? produced : -1;
}

// ---- tensors ----

LAT_API void lat_release(int64_t handle) {
  auto* impl = reinterpret_cast<c10::TensorImpl*>(handle);
  (void)c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(impl);
}

LAT_API int64_t lat_share(int64_t handle) { return release(borrow(handle)); }

// The accessors below never throw for a dense tensor and take nanoseconds; the caller may skip the GC transition.
LAT_API int32_t lat_dim(int64_t handle) { return static_cast<int32_t>(reinterpret_cast<c10::TensorImpl*>(handle)->dim()); }
LAT_API int64_t lat_numel(int64_t handle) { return reinterpret_cast<c10::TensorImpl*>(handle)->numel(); }
LAT_API int32_t lat_dtype(int64_t handle) {
  return static_cast<int32_t>(c10::typeMetaToScalarType(reinterpret_cast<c10::TensorImpl*>(handle)->dtype()));
}
LAT_API int64_t lat_device(int64_t handle) { return pack(reinterpret_cast<c10::TensorImpl*>(handle)->device()); }
LAT_API void lat_sizes(int64_t handle, int64_t* out) {
  auto sizes = reinterpret_cast<c10::TensorImpl*>(handle)->sizes();
  std::copy(sizes.begin(), sizes.end(), out);
}

LAT_API int32_t lat_strides(int64_t handle, int64_t* out) {
  return guarded([&] {
    auto strides = reinterpret_cast<c10::TensorImpl*>(handle)->strides();
    std::copy(strides.begin(), strides.end(), out);
  });
}
LAT_API int32_t lat_storage_offset(int64_t handle, int64_t* out) {
  return guarded([&] { *out = borrow(handle).storage_offset(); });
}
LAT_API int32_t lat_is_contiguous(int64_t handle, int32_t* out) {
  return guarded([&] { *out = borrow(handle).is_contiguous(); });
}
LAT_API int32_t lat_is_sparse(int64_t handle) { return borrow(handle).is_sparse(); }
LAT_API int32_t lat_data(int64_t handle, void** out) {
  return guarded([&] { *out = borrow(handle).data_ptr(); });
}
LAT_API int32_t lat_item(int64_t handle, Value* out) {
  return guarded([&] { scalar_out(*out, borrow(handle).item()); });
}

// A new tensor on `device` with a copy of `data` (uninitialised where that is null).
LAT_API int32_t lat_from_data(const void* data, const int64_t* sizes, int32_t dimensions, int32_t dtype, int64_t device, int64_t* out) {
  return guarded([&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    auto tensor = at::empty(at::IntArrayRef(sizes, dimensions), options);
    if (data != nullptr && tensor.numel() > 0) {
      std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
    }
    auto target = device_of(device);
    *out = release(target.is_cpu() ? std::move(tensor) : tensor.to(target));
  });
}

// ---- autograd ----

LAT_API int32_t lat_requires_grad(int64_t handle) { return borrow(handle).requires_grad(); }
LAT_API int32_t lat_set_requires_grad(int64_t handle, int32_t value) {
  return guarded([&] { borrow(handle).requires_grad_(value != 0); });
}
LAT_API int32_t lat_is_leaf(int64_t handle) { return borrow(handle).is_leaf(); }
LAT_API int32_t lat_retain_grad(int64_t handle) {
  return guarded([&] { borrow(handle).retain_grad(); });
}
LAT_API int32_t lat_grad(int64_t handle, int64_t* out) {
  return guarded([&] { *out = release(at::Tensor(borrow(handle).grad())); });
}
LAT_API int32_t lat_set_grad(int64_t handle, int64_t gradient) {
  return guarded([&] { borrow(handle).mutable_grad() = gradient == 0 ? at::Tensor() : borrow(gradient); });
}
LAT_API int32_t lat_set_data(int64_t handle, int64_t source) {
  return guarded([&] { borrow(handle).set_data(borrow(source)); });
}

LAT_API int32_t lat_backward(
    const int64_t* tensors, int32_t count, const int64_t* gradients, int32_t gradient_count, int32_t retain_graph,
    int32_t create_graph, const int64_t* inputs, int32_t input_count) {
  return guarded([&] {
    torch::autograd::backward(
        borrow_all(tensors, count), borrow_all(gradients, gradient_count), retain_graph != 0, create_graph != 0,
        borrow_all(inputs, input_count));
  });
}

LAT_API int32_t lat_gradients(
    const int64_t* outputs, int32_t count, const int64_t* inputs, int32_t input_count, const int64_t* gradients,
    int32_t gradient_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, int64_t* out) {
  return guarded([&] {
    auto found = torch::autograd::grad(
        borrow_all(outputs, count), borrow_all(inputs, input_count), borrow_all(gradients, gradient_count),
        retain_graph != 0, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < found.size(); ++i) {
      out[i] = release(std::move(found[i]));
    }
  });
}

LAT_API int32_t lat_grad_enabled() { return c10::GradMode::is_enabled(); }
LAT_API void lat_set_grad_enabled(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
LAT_API int32_t lat_inference_enabled() { return c10::InferenceMode::is_enabled(); }
LAT_API void* lat_enter_inference(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
LAT_API void lat_leave_inference(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- functions whose gradient the caller computes ----

// Fills `out` (one slot an input; 0 for no gradient) from `gradients` (one an output; 0 where undefined).
// Returns 0, or the length of a message that it left in `message` (capacity 1023 bytes and a zero).
typedef int32_t (*BackwardCallback)(int64_t context, const int64_t* gradients, int32_t count, int64_t* out, int32_t inputs, char* message);
typedef void (*FreeCallback)(int64_t context);

namespace {

struct ManagedFunction : public torch::autograd::Node {
  int64_t context = 0;
  int32_t inputs = 0;
  std::string title;
  BackwardCallback backward = nullptr;
  FreeCallback free = nullptr;
  std::mutex gate;
  std::weak_ptr<torch::autograd::Node> self;
  std::vector<torch::autograd::SavedVariable> saved;

  ~ManagedFunction() override { free(context); }
  std::string name() const override { return title; }
  void release_variables() override {
    std::lock_guard<std::mutex> lock(gate);
    for (auto& variable : saved) {
      variable.reset_data();
    }
  }
  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    std::vector<int64_t> in(gradients.size()), out(inputs, 0);
    for (size_t i = 0; i < gradients.size(); ++i) {
      in[i] = reinterpret_cast<int64_t>(gradients[i].defined() ? gradients[i].unsafeGetTensorImpl() : nullptr);
    }
    char message[1024] = {0};
    if (backward(context, in.data(), static_cast<int32_t>(in.size()), out.data(), inputs, message) != 0) {
      throw std::runtime_error(message);
    }
    torch::autograd::variable_list result;
    for (int32_t i = 0; i < inputs; ++i) {
      at::Tensor gradient;
      if (out[i] != 0) {
        gradient = at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(reinterpret_cast<c10::TensorImpl*>(out[i])));
      }
      result.push_back(std::move(gradient));
    }
    return result;
  }
};

}  // namespace

// Makes `outputs` (fresh, without history) depend on `inputs` through a node that calls `backward`. `*node` lives as long
// as the graph; it is null, and `free` has been called, where no input requires a gradient.
LAT_API int32_t lat_record(
    const char* title, const int64_t* inputs, int32_t input_count, const int64_t* outputs, int32_t output_count,
    const int64_t* saved, int32_t saved_count, const uint8_t* non_differentiable, int64_t context,
    BackwardCallback backward, FreeCallback free, void** node) {
  *node = nullptr;
  bool owned = false;
  auto status = guarded([&] {
    auto sources = borrow_all(inputs, input_count);
    auto results = borrow_all(outputs, output_count);
    auto function = std::shared_ptr<ManagedFunction>(new ManagedFunction(), torch::autograd::deleteNode);
    function->context = context;
    function->backward = backward;
    function->free = free;
    function->inputs = input_count;
    function->title = title;
    function->self = function;
    owned = true;
    bool needed = false;
    for (auto& source : sources) {
      needed = needed || (source.defined() && source.requires_grad());
    }
    if (!needed || !c10::GradMode::is_enabled()) {
      return;
    }
    torch::autograd::edge_list edges;
    for (auto& source : sources) {
      edges.push_back(source.defined() ? torch::autograd::impl::gradient_edge(source) : torch::autograd::Edge());
    }
    function->set_next_edges(std::move(edges));
    for (int32_t i = 0; i < output_count; ++i) {
      if (non_differentiable[i]) {
        function->add_input_metadata(torch::autograd::Node::undefined_input());
      } else {
        torch::autograd::set_history(results[i], function);
      }
    }
    // An output that is saved must not keep its own node alive, hence SavedVariable's flag.
    for (auto& tensor : borrow_all(saved, saved_count)) {
      bool is_output = tensor.defined() && tensor.grad_fn().get() == function.get();
      function->saved.emplace_back(tensor, is_output);
    }
    *node = function.get();
  });
  if (!owned) {
    free(context);
  }
  return status;
}

// The saved tensors of a node, while its backward callback runs.
LAT_API int32_t lat_saved(void* node, int64_t* out) {
  return guarded([&] {
    auto* function = static_cast<ManagedFunction*>(node);
    std::lock_guard<std::mutex> lock(function->gate);
    auto self = function->self.lock();
    for (size_t i = 0; i < function->saved.size(); ++i) {
      out[i] = release(function->saved[i].unpack(self));
    }
  });
}

// ---- random numbers, threads, devices ----

LAT_API int32_t lat_manual_seed(int64_t seed) {
  return guarded([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}
LAT_API int32_t lat_generator(int64_t device, int64_t seed, int32_t is_default, void** out) {
  return guarded([&] {
    auto generator = at::globalContext().defaultGenerator(device_of(device));
    if (is_default == 0) {
      generator = generator.clone();
      generator.set_current_seed(static_cast<uint64_t>(seed));
    }
    *out = new at::Generator(generator);
  });
}
LAT_API void lat_generator_release(void* generator) { delete static_cast<at::Generator*>(generator); }
LAT_API int32_t lat_generator_seed(void* generator, int64_t* seed, int32_t kind) {
  return guarded([&] {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    if (kind == 0) {
      *seed = static_cast<int64_t>(target.current_seed());
    } else if (kind == 1) {
      target.set_current_seed(static_cast<uint64_t>(*seed));
    } else {
      *seed = static_cast<int64_t>(target.seed());
    }
  });
}
LAT_API int32_t lat_generator_state(void* generator, int64_t* out) {
  return guarded([&] {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    *out = release(target.get_state());
  });
}
LAT_API int32_t lat_generator_set_state(void* generator, int64_t state) {
  return guarded([&] {
    auto& target = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(target.mutex());
    target.set_state(borrow(state));
  });
}

LAT_API int32_t lat_get_threads(int32_t interop) {
  return interop != 0 ? at::get_num_interop_threads() : at::get_num_threads();
}
LAT_API int32_t lat_set_threads(int32_t interop, int32_t count) {
  return guarded([&] { interop != 0 ? at::set_num_interop_threads(count) : at::set_num_threads(count); });
}
LAT_API int32_t lat_set_deterministic(int32_t enabled, int32_t warn_only) {
  return guarded([&] { at::globalContext().setDeterministicAlgorithms(enabled != 0, warn_only != 0); });
}
LAT_API int32_t lat_deterministic() {
  return (at::globalContext().deterministicAlgorithms() ? 1 : 0) | (at::globalContext().deterministicAlgorithmsWarnOnly() ? 2 : 0);
}

LAT_API int32_t lat_cuda_devices(int32_t* out) {
  return guarded([&] {
    *out = 0;
    if (c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)) {
      *out = c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount();
    }
  });
}
LAT_API int32_t lat_cudnn(int32_t* out) {
  return guarded([&] { *out = at::globalContext().hasCUDA() && at::Context::hasCuDNN(); });
}
LAT_API int32_t lat_cuda_synchronize(int64_t device) {
  return guarded([&] {
#ifdef LAT_CUDA
    c10::OptionalDeviceGuard guard;
    auto target = device_of(device);
    if (target.index() >= 0) {
      guard.reset_device(target);
    }
    c10::cuda::device_synchronize();
#else
    TORCH_CHECK(false, "Torch not compiled with CUDA enabled");
#endif
  });
}
