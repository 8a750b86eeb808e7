mod adding;
mod beside;
mod forms;
mod pages;
mod reading;
