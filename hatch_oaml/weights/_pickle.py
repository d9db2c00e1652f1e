"""What a pickle would build and import, found by moving stand-ins on a stack; nothing is imported, called or built.

After `pickletools`' description of the pickle machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hatch_oaml.weights._contract import BrokenError, UnreadError, plain
from hatch_oaml.weights._opcodes import OpcodeReader
from hatch_oaml.weights._stand_ins import OPAQUE, Call, Global, Persistent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hatch_oaml.values.bilingual import Bilingual
    from hatch_oaml.weights._contract import WeightFile

MOST_OPCODES = 250_000
_MOST_IMPORTS = 1000


@dataclass(slots=True)
class Budget:
    """How many opcodes may still be read of a file, which may hold several pickles."""

    opcodes: int = MOST_OPCODES


@dataclass(slots=True)
class Pickled:
    """`value` is None where the pickle is broken or too long: then `fault` or `is_cut` says so."""

    end: int
    value: Any = None
    imports: dict[str, None] = field(default_factory=dict)
    fault: Bilingual | None = None
    is_cut: bool = False


def examine_pickle(source: WeightFile, start: int, end: int, budget: Budget) -> Pickled:
    """The pickle that begins at `start`; its imports are told even if it breaks off."""
    reader = OpcodeReader(source, start, end)
    machine = _Machine()
    pickled = Pickled(end=start, imports=machine.imports)
    try:
        for name, argument in reader.opcodes():
            budget.opcodes -= 1
            if budget.opcodes < 0:
                pickled.is_cut = True
                return pickled
            machine.step(name, argument)
    except UnreadError:
        pickled.is_cut = True
    except BrokenError as error:
        pickled.fault = error.fault
    except (IndexError, KeyError, TypeError, ValueError):
        pickled.fault = BrokenError(
            f"its pickle is broken before byte {reader.position:,}: an opcode misses its operands",
            f"pickle 在第 {reader.position:,} 字节之前损坏：有操作码缺少操作数",
        ).fault
    else:
        pickled.value = machine.result
    pickled.end = reader.position
    return pickled


class _Machine:
    """Keeps a stack of stacks, as `pickle._Unpickler` does: MARK begins a new one."""

    def __init__(self) -> None:
        self.imports: dict[str, None] = {}
        self.result: Any = None
        self._stack: list[Any] = []
        self._marked: list[list[Any]] = []
        self._memo: dict[int, Any] = {}

    def step(self, name: str, argument: Any) -> None:
        handler = _HANDLERS.get(name)
        if handler:
            handler(self, argument)
        elif name not in _NOTHING:
            self._stack.append(argument)

    def push(self, value: Any) -> None:
        self._stack.append(value)

    def pop(self) -> Any:
        return self._stack.pop()

    def top(self) -> Any:
        return self._stack[-1]

    def mark(self) -> None:
        self._marked.append(self._stack)
        self._stack = []

    def pop_mark(self) -> list[Any]:
        items = self._stack
        self._stack = self._marked.pop()
        return items

    def drop_mark(self) -> None:
        self.pop_mark()

    def drop(self) -> None:
        if self._stack:
            self._stack.pop()
        else:
            self.pop_mark()

    def find(self, module: Any, name: Any) -> Global:
        words = [part if isinstance(part, str) else "?" for part in (module, name)]
        found = plain(".".join(words))
        if len(self.imports) < _MOST_IMPORTS:
            self.imports[found] = None
        return Global(found)

    def put(self, index: int) -> None:
        self._memo[index] = self.top()

    def memoize(self) -> None:
        self.put(len(self._memo))

    def get(self, index: int) -> None:
        self.push(self._memo[index])

    def call(self) -> None:
        arguments = self.pop()
        self._stack[-1] = Call(self.top(), arguments)

    def call_with_keywords(self) -> None:
        self.pop()
        self.call()

    def instance(self) -> None:
        function, *arguments = self.pop_mark()
        self.push(Call(function, tuple(arguments)))

    def named_instance(self, argument: Any) -> None:
        arguments = self.pop_mark()
        self.push(Call(self.find(*_module_and_name(argument)), tuple(arguments)))

    def build(self) -> None:
        state = self.pop()
        target = self.top()
        if isinstance(target, Call):
            target.state = state

    def set_items(self, items: list[Any]) -> None:
        target = self.top()
        filled = target if isinstance(target, dict) else target.items if isinstance(target, Call) else {}
        filled.update(_pairs(items))

    def extend(self, items: Iterable[Any]) -> None:
        target = self.top()
        if isinstance(target, list):
            target.extend(items)

    def two(self) -> list[Any]:
        value = self.pop()
        return [self.pop(), value]

    def tuple_of(self, length: int) -> None:
        items = [self.pop() for _ in range(length)]
        self.push(tuple(reversed(items)))

    def stop(self) -> None:
        self.result = self.pop()


def _pairs(items: list[Any]) -> dict[Any, Any]:
    """Keys that are no texts and numbers name nothing that we look for."""
    return {key: value for key, value in zip(items[::2], items[1::2], strict=False) if type(key) in {str, int}}


def _module_and_name(argument: str) -> list[str]:
    module, _, name = argument.partition(" ")
    return [module, name]


_NOTHING = frozenset({"PROTO", "FRAME", "READONLY_BUFFER"})
_HANDLERS: dict[str, Callable[[_Machine, Any], None]] = {
    "NONE": lambda machine, _: machine.push(None),
    "NEWTRUE": lambda machine, _: machine.push(True),
    "NEWFALSE": lambda machine, _: machine.push(False),
    "NEXT_BUFFER": lambda machine, _: machine.push(OPAQUE),
    "EMPTY_LIST": lambda machine, _: machine.push([]),
    "EMPTY_TUPLE": lambda machine, _: machine.push(()),
    "EMPTY_DICT": lambda machine, _: machine.push({}),
    "EMPTY_SET": lambda machine, _: machine.push(OPAQUE),
    "APPEND": lambda machine, _: machine.extend([machine.pop()]),
    "APPENDS": lambda machine, _: machine.extend(machine.pop_mark()),
    "LIST": lambda machine, _: machine.push(machine.pop_mark()),
    "TUPLE": lambda machine, _: machine.push(tuple(machine.pop_mark())),
    "TUPLE1": lambda machine, _: machine.tuple_of(1),
    "TUPLE2": lambda machine, _: machine.tuple_of(2),
    "TUPLE3": lambda machine, _: machine.tuple_of(3),
    "DICT": lambda machine, _: machine.push(_pairs(machine.pop_mark())),
    "SETITEM": lambda machine, _: machine.set_items(machine.two()),
    "SETITEMS": lambda machine, _: machine.set_items(machine.pop_mark()),
    "ADDITEMS": lambda machine, _: machine.extend(machine.pop_mark()),
    "FROZENSET": lambda machine, _: machine.push(tuple(machine.pop_mark())),
    "POP": lambda machine, _: machine.drop(),
    "DUP": lambda machine, _: machine.push(machine.top()),
    "MARK": lambda machine, _: machine.mark(),
    "POP_MARK": lambda machine, _: machine.drop_mark(),
    "GET": lambda machine, index: machine.get(index),
    "BINGET": lambda machine, index: machine.get(index),
    "LONG_BINGET": lambda machine, index: machine.get(index),
    "PUT": lambda machine, index: machine.put(index),
    "BINPUT": lambda machine, index: machine.put(index),
    "LONG_BINPUT": lambda machine, index: machine.put(index),
    "MEMOIZE": lambda machine, _: machine.memoize(),
    "EXT1": lambda machine, number: machine.push(machine.find("copyreg.extension", str(number))),
    "EXT2": lambda machine, number: machine.push(machine.find("copyreg.extension", str(number))),
    "EXT4": lambda machine, number: machine.push(machine.find("copyreg.extension", str(number))),
    "GLOBAL": lambda machine, argument: machine.push(machine.find(*_module_and_name(argument))),
    "STACK_GLOBAL": lambda machine, _: machine.push(machine.find(*machine.two())),
    "REDUCE": lambda machine, _: machine.call(),
    "NEWOBJ": lambda machine, _: machine.call(),
    "NEWOBJ_EX": lambda machine, _: machine.call_with_keywords(),
    "BUILD": lambda machine, _: machine.build(),
    "INST": lambda machine, argument: machine.named_instance(argument),
    "OBJ": lambda machine, _: machine.instance(),
    "PERSID": lambda machine, argument: machine.push(Persistent(argument)),
    "BINPERSID": lambda machine, _: machine.push(Persistent(machine.pop())),
    "STOP": lambda machine, _: machine.stop(),
}
