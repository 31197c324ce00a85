import { useEffect, useEffectEvent, useRef, useState } from "react";

/**
 * What is chosen in a file field, also by dropping it anywhere on the field's form. A file larger than `maxBytes`, or empty, is not
 * sent. `answers`: another object with each answer of the server.
 */
export function useChosenFile({ maxBytes, answers }: { maxBytes: number; answers: unknown }) {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [isChanged, setIsChanged] = useState(false);
  const [isOneOfMany, setIsOneOfMany] = useState(false);
  const [isRemoved, setIsRemoved] = useState(false);

  const note = () => {
    setFile(input.current?.files?.[0] ?? null);
    setIsChanged(true);
    setIsOneOfMany(false);
    setIsRemoved(false);
  };
  const remove = () => {
    if (!input.current) return;
    input.current.value = "";
    note();
    setIsRemoved(true);
    input.current.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new answer counts
  useEffect(() => setIsChanged(false), [answers]);

  const isOverForm = (event: DragEvent) => {
    const { current } = input;
    return event.target instanceof Node && current?.form?.contains(event.target) === true;
  };
  /** Anywhere else a browser would leave the page for the file, and what was typed with it. */
  const dragged = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files") || event.defaultPrevented) return;
    event.preventDefault();
    const isHere = isOverForm(event);
    if (event.type === "dragover") {
      event.dataTransfer.dropEffect = isHere ? "copy" : "none";
      setIsOver(isHere);
      return;
    }
    setIsOver(false);
    const dropped = event.dataTransfer.files;
    if (!isHere || event.type !== "drop" || !dropped[0] || !input.current) return;
    const one = new DataTransfer();
    one.items.add(dropped[0]);
    input.current.files = one.files;
    note();
    setIsOneOfMany(dropped.length > 1);
  });
  const submitted = useEffectEvent((event: SubmitEvent) => {
    if (file === null || (file.size > 0 && file.size <= maxBytes)) return;
    event.preventDefault();
    event.stopPropagation();
    input.current?.focus();
  });
  useEffect(() => {
    const form = input.current?.form;
    const listening = new AbortController();
    const { signal } = listening;
    for (const type of ["dragover", "drop", "dragleave"] as const) {
      window.addEventListener(type, (event) => dragged(event), { signal });
    }
    form?.addEventListener("submit", (event) => submitted(event), { signal });
    form?.addEventListener("reset", () => setFile(null), { signal });
    return () => listening.abort();
  }, []);

  return { input, file, isOver, isChanged, isOneOfMany, isRemoved, remove, note };
}
